package org.keyhopper.directory.support.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.json.JsonView;

class PagingTest {

    private static final URI FIRST = URI.create("https://graph.example/v1.0/x");

    private final ServiceAddress service = new ServiceAddress(URI.create("https://graph.example"));
    private final List<URI> fetched = new ArrayList<>();

    private Answer<List<JsonView>> collect(int enough, Map<String, String> pages) {
        return Paging.odata(service).collect(FIRST, enough, address -> {
            fetched.add(address);
            return Answer.done(JsonView.parse(pages.get(address.toString())).orElseThrow());
        });
    }

    private static String page(String next, int... values) {
        return "{\"value\":" + Arrays.toString(values) + (next.isEmpty() ? "" : ",\"@odata.nextLink\":\"" + next + "\"")
                + "}";
    }

    @Test
    void followsLinksUntilThereIsNone() {
        String second = "https://graph.example/v1.0/x?$skiptoken=a%2Bb";
        Answer<List<JsonView>> answer = collect(100, Map.of(FIRST.toString(), page(second, 1, 2), second, page("", 3)));
        assertEquals(3, answer.result().orElseThrow().size());
        assertEquals(second, fetched.get(1).toString());
    }

    @Test
    void stopsWhenThereIsEnough() {
        collect(2, Map.of(FIRST.toString(), page("https://graph.example/2", 1, 2)));
        assertEquals(List.of(FIRST), fetched);
    }

    @Test
    void stopsWhereALinkLeadsBack() {
        collect(100, Map.of(FIRST.toString(), page(FIRST.toString(), 1)));
        assertEquals(List.of(FIRST), fetched);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/x",
                "http://graph.example/x",
                "https://graph.example:444/x",
                "/x",
                "not a link"
            })
    void neverCarriesTheTokenElsewhere(String link) {
        Answer<List<JsonView>> answer = collect(100, Map.of(FIRST.toString(), page(link, 1)));
        assertEquals(
                DirectoryProblem.UNREADABLE_ANSWER,
                answer.failure().orElseThrow().code());
        assertEquals(List.of(FIRST), fetched);
    }
}
