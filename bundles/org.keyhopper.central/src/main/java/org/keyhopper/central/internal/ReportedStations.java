package org.keyhopper.central.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.StationEntry;
import org.keyhopper.central.station.StationReport;
import org.keyhopper.central.station.StationReports;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.central.PrinterReport;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** Reports of stations in the database. */
public record ReportedStations(CentralStore store) implements StationReports {

    private ManagedCalls calls() {
        return new ManagedCalls(store);
    }

    /** Operators without a station, API clients and commands have nothing to report. */
    private static <T> Answer<T> fromStation(Caller caller, Supplier<Answer<T>> work) {
        boolean isStation = caller.kind() == Caller.Kind.STATION
                || caller.kind() == Caller.Kind.OPERATOR && caller.station().isPresent();
        return isStation
                ? work.get()
                : Answer.failed(Problem.of(CentralProblem.NOT_PERMITTED, Caller.Kind.STATION.name()));
    }

    @Override
    public Answer<Long> upload(Caller caller, List<NumberedEntry> entries) {
        return fromStation(
                caller,
                () -> store.write(in -> {
                    entries.stream()
                            .filter(entry -> in.recipient(entry.recipient()).isPresent())
                            .forEach(entry -> in.stationReports().add(caller.holder(), entry));
                    // Those that were left out are not uploaded again.
                    long last = in.stationReports().last(caller.holder());
                    return Answer.done(
                            entries.isEmpty()
                                    ? last
                                    : Math.max(last, entries.getLast().number()));
                }));
    }

    @Override
    public Answer<Boolean> report(Caller caller, List<PrinterReport> printers) {
        return fromStation(
                caller,
                () -> store.write(in -> {
                    in.stationReports().put(caller.holder(), new StationReport(in.now(), printers));
                    return Answer.done(true);
                }));
    }

    @Override
    public Answer<List<RequestId>> assigned(Caller caller) {
        return fromStation(
                caller,
                () -> store.write(in -> Answer.done(in.requests().assignedTo(caller.holder()).stream()
                        .filter(it -> caller.may(Privilege.VIEW_REQUESTS, it.place()))
                        .filter(it -> it.tally().pending() > 0)
                        .map(RequestSummary::request)
                        .map(request -> request.id())
                        .toList())));
    }

    @Override
    public Answer<Optional<StationReport>> latest(Caller caller, String station) {
        return calls().view(
                        caller,
                        "station:" + station,
                        in -> ManagedCalls.unless(caller.lacksSightOfAccess(), () -> ManagedCalls.found(
                                        in.stations().find(station).filter(it -> it.kind() == Station.Kind.STATION),
                                        station)
                                .map(found -> in.stationReports().find(station))));
    }

    @Override
    public Answer<List<StationEntry>> journal(Caller caller, RecipientId recipient) {
        return calls().view(caller, RequestCalls.subject(recipient.request()), in -> RequestCalls.seenAt(
                        in, caller, recipient.request(), Privilege.VIEW_REQUESTS)
                .map(place -> in.stationReports().journal(recipient)));
    }
}
