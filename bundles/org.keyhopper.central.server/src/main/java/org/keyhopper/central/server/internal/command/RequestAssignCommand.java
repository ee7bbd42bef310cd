package org.keyhopper.central.server.internal.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.central.request.RequestDetails;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.store.CentralDatabase;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Assigns a request to a station, which then runs it by itself if it is unattended. */
@Command(
        name = "assign",
        description = "Assigns a request to a station; an unattended station runs what is assigned to it.")
final class RequestAssignCommand implements Callable<Integer> {

    private static final int MOST = 10_000;

    @Mixin
    private ConfigurationOption configuration;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @ArgGroup(multiplicity = "1")
    private Assignee assignee;

    /** To whom. */
    private static final class Assignee {

        @Option(names = "--station", paramLabel = "NAME", description = "The name or the ID of a station.")
        private String station;

        @Option(names = "--anyone", description = "To no one in particular.")
        private boolean anyone;
    }

    @Override
    public Integer call() throws BadInputException {
        RequestId request = new RequestId(id);
        try (CentralDatabase database = configuration.open()) {
            Optional<String> station = assignee.anyone ? Optional.empty() : Optional.of(station(database));
            boolean found = database.store().write(in -> assign(in, request, station));
            if (!found) {
                throw new BadInputException("There is no request " + id + ".");
            }
        }
        return CentralCommand.DONE;
    }

    private String station(CentralDatabase database) throws BadInputException {
        List<String> named = database.store().write(in -> in.stations().after(Station.Kind.STATION, "", MOST).stream()
                .filter(it -> !it.revoked())
                .filter(it -> it.name().equals(assignee.station) || it.id().equals(assignee.station))
                .map(Station::id)
                .toList());
        if (named.size() != 1) {
            throw new BadInputException(
                    named.isEmpty()
                            ? "There is no station " + assignee.station + "."
                            : "Several stations have the name " + assignee.station + "; give one of the IDs "
                                    + String.join(", ", named) + ".");
        }
        return named.getFirst();
    }

    private static boolean assign(CentralTransaction in, RequestId request, Optional<String> station) {
        Optional<RequestSummary> found = in.requests().lock(request);
        found.ifPresent(summary -> {
            RequestDetails details = summary.details();
            in.requests().put(request, details.with(new RequestChange(station, details.due(), details.note())));
            in.audit()
                    .append(AuditEvent.done(
                            ConfigurationOption.caller(), AuditAction.REQUEST_CHANGED, "request:" + request));
        });
        return found.isPresent();
    }
}
