package org.keyhopper.directory.support.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.json.JsonView;

/**
 * Reads a list that comes in pages. The link to the next page is followed exactly as given, but never to another host:
 * our token would go with it.
 *
 * @param service whose pages they are
 * @param items finds the entries of one page
 * @param next finds the link to the next page
 */
public record Paging(
        ServiceAddress service, Function<JsonView, List<JsonView>> items, Function<JsonView, Optional<String>> next) {

    /** The pages of OData version 4: {@code value} and {@code @odata.nextLink}. */
    public static Paging odata(ServiceAddress service) {
        return new Paging(service, page -> page.items("value"), page -> page.text("@odata.nextLink"));
    }

    /** The pages of HAL: {@code _embedded.NAME} and {@code _links.next.href}. */
    public static Paging hal(ServiceAddress service, String name) {
        return new Paging(service, page -> page.items("_embedded", name), page -> page.text("_links", "next", "href"));
    }

    /** Fetches the pages from {@code first} on until there is none left or at least {@code enough} entries came. */
    public Answer<List<JsonView>> collect(URI first, int enough, Function<URI, Answer<JsonView>> fetch) {
        return collect(first, enough, fetch, count -> true);
    }

    /**
     * Fetches the pages from {@code first} on to the last one.
     *
     * @param goesOn called after each page with the number of entries so far; false cancels (CANCELLED)
     */
    public Answer<List<JsonView>> collectAll(URI first, Function<URI, Answer<JsonView>> fetch, IntPredicate goesOn) {
        return collect(first, Integer.MAX_VALUE, fetch, goesOn);
    }

    private Answer<List<JsonView>> collect(
            URI first, int enough, Function<URI, Answer<JsonView>> fetch, IntPredicate goesOn) {
        List<JsonView> entries = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Answer<Optional<URI>> page = Answer.done(Optional.of(first));
        while (page instanceof Answer.Done<Optional<URI>>(Optional<URI> address) && address.isPresent()) {
            if (entries.size() >= enough || !seen.add(address.get())) {
                break;
            }
            page = fetch.apply(address.get()).flatMap(body -> {
                entries.addAll(items.apply(body));
                return goesOn.test(entries.size())
                        ? following(body)
                        : Answer.failed(Problem.of(DirectoryProblem.CANCELLED));
            });
        }
        return page.map(end -> List.copyOf(entries));
    }

    private Answer<Optional<URI>> following(JsonView page) {
        Optional<String> link = next.apply(page);
        if (link.isEmpty()) {
            return Answer.done(Optional.empty());
        }
        return trusted(link.get())
                .map(address -> Answer.done(Optional.of(address)))
                .orElseGet(() -> Answer.failed(Problem.of(DirectoryProblem.UNREADABLE_ANSWER)
                        .withDetail("the link to the next page leads elsewhere")));
    }

    private Optional<URI> trusted(String link) {
        try {
            return Optional.of(URI.create(link)).filter(service::covers);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
