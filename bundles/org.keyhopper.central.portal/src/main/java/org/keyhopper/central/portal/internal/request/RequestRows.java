package org.keyhopper.central.portal.internal.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.portal.internal.frame.SelectOption;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.central.station.Station;
import org.keyhopper.core.request.RequestId;

/** Reads requests as the pages show them. Blocking on the database. */
public final class RequestRows {

    /** A list of more is not read by anyone; older requests are found by their ids. */
    private static final int MOST = 5000;

    private static final int AT_ONCE = 500;

    private final Central central;
    private final ActorNames names;

    public RequestRows(Central central) {
        this.central = central;
        names = new ActorNames(central.store());
    }

    /** Returns the requests that the caller may see, newest first. */
    public Answer<List<RequestRow>> all(Caller caller) {
        List<RequestSummary> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Answer<Page<RequestSummary>> page = central.requests().list(caller, after, AT_ONCE);
            if (page.failure().isPresent()) {
                return Answer.failed(page.failure().get());
            }
            Page<RequestSummary> some = page.result().orElseThrow();
            all.addAll(some.items());
            after = some.next();
        } while (after.isPresent() && all.size() < MOST);
        return Answer.done(of(all, caller));
    }

    /** Returns requests as the pages show them. */
    public List<RequestRow> of(List<RequestSummary> summaries, Caller caller) {
        Map<String, String> found = new HashMap<>();
        LocalDate today = LocalDate.now();
        return summaries.stream()
                .map(summary -> new RequestRow(
                        summary,
                        summary.details()
                                .assignee()
                                .map(id -> found.computeIfAbsent(id, names::assignee))
                                .orElse(""),
                        caller,
                        today))
                .toList();
    }

    /** Returns the names of those who did something. */
    public ActorNames names() {
        return names;
    }

    /** Returns one request. */
    public Answer<RequestRow> find(Caller caller, String id) {
        return central.requests().find(caller, id(id)).map(summary -> of(List.of(summary), caller)
                .getFirst());
    }

    public static RequestId id(String id) {
        return new RequestId(id.toUpperCase(Locale.ROOT));
    }

    /** Returns the ids of the requests with a person whose name or account contains the text. */
    public Set<String> withPerson(Caller caller, String text) {
        return text.isEmpty()
                ? Set.of()
                : central.requestProgress().withPerson(caller, text).result().orElse(List.of()).stream()
                        .map(RequestId::value)
                        .collect(Collectors.toSet());
    }

    /** To whom a request can be assigned. */
    public record Assignees(List<SelectOption> operators, List<SelectOption> stations) {}

    /** Returns the operators, and the stations, which run what is assigned to them if they are unattended. */
    public Assignees assignees() {
        return central.store()
                .write(in -> new Assignees(
                        in.operators().after("", AT_ONCE).stream()
                                .filter(operator -> !operator.disabled())
                                .map(operator -> new SelectOption(operator.id(), ActorNames.name(operator)))
                                .toList(),
                        in.stations().after(Station.Kind.STATION, "", AT_ONCE).stream()
                                .filter(station -> !station.revoked())
                                .map(station -> new SelectOption(station.id(), station.name()))
                                .toList()));
    }
}
