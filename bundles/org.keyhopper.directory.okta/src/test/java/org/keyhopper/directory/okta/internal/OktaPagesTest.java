package org.keyhopper.directory.okta.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.json.JsonView;

/** Pages told in Link headers. */
class OktaPagesTest {

    private static final URI FIRST = URI.create("https://contoso.okta.com/api/v1/users?limit=2");

    private final List<URI> asked = new ArrayList<>();

    private OktaPages pages(Map<String, String> links) {
        JsonSession session = new JsonSession(
                (request, deadline) -> {
                    asked.add(request.address());
                    String link = links.get(request.address().toString());
                    return Answer.done(new ApiResponse(
                            200,
                            link == null ? Map.of() : Map.of("link", link),
                            "[{\"id\":\"a\"},{\"id\":\"b\"}]".getBytes(StandardCharsets.UTF_8)));
                },
                request -> request,
                OktaErrors::problem);
        return new OktaPages(
                session,
                ServiceAddress.parse("orgUrl", "https://contoso.okta.com")
                        .result()
                        .orElseThrow());
    }

    private static String next(String address) {
        return "<" + FIRST + ">; rel=\"self\", <" + address + ">; rel=\"next\"";
    }

    @Test
    void theNextPageIsFollowedAsItIsGiven() {
        String second = "https://contoso.okta.com/api/v1/users?after=x%2B1&limit=2";
        Answer<List<JsonView>> answer =
                pages(Map.of(FIRST.toString(), next(second))).collect(FIRST, 100);
        assertEquals(4, answer.result().orElseThrow().size());
        assertEquals(List.of(FIRST, URI.create(second)), asked);
    }

    @Test
    void enoughIsEnough() {
        pages(Map.of(FIRST.toString(), next("https://contoso.okta.com/api/v1/users?after=2")))
                .collect(FIRST, 2);
        assertEquals(List.of(FIRST), asked);
    }

    @Test
    void theTokenIsNotSentToAnotherHost() {
        Answer<List<JsonView>> answer = pages(Map.of(FIRST.toString(), next("https://elsewhere.example/users")))
                .collect(FIRST, 100);
        assertEquals(
                DirectoryProblem.UNREADABLE_ANSWER,
                answer.failure().orElseThrow().code());
        assertEquals(List.of(FIRST), asked);
    }
}
