package org.keyhopper.directory.okta.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.json.JsonText;
import org.keyhopper.directory.support.json.JsonView;

/** Lists of Okta: a bare array, and the next page in a Link header (RFC 8288). */
final class OktaPages {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"next\"");

    private final JsonSession session;
    private final Paging paging;

    OktaPages(JsonSession session, ServiceAddress org) {
        this.session = session;
        paging = new Paging(org, page -> page.items("value"), page -> page.text("next"));
    }

    Answer<List<JsonView>> collect(URI first, int enough) {
        return paging.collect(first, enough, this::page);
    }

    Answer<List<JsonView>> collectAll(URI first, IntPredicate goesOn) {
        return paging.collectAll(first, this::page, goesOn);
    }

    private Answer<JsonView> page(URI address) {
        return session.response(ApiRequest.get(address)).flatMap(response -> JsonView.parse(joined(response))
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(JsonSession.unreadable("a list that is none"))));
    }

    private static String joined(ApiResponse response) {
        Optional<String> next =
                response.header("Link").map(NEXT::matcher).filter(Matcher::find).map(link -> link.group(1));
        String rest = JsonText.of(next.map(link -> Map.of("next", link)).orElse(Map.of()))
                .substring(1);
        return "{\"value\":" + new String(response.body(), StandardCharsets.UTF_8) + (next.isPresent() ? "," : "")
                + rest;
    }
}
