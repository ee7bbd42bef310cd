package org.keyhopper.ui.model.central;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralStatus;
import org.keyhopper.core.central.CentralStatus.Connection;
import org.keyhopper.core.central.ServerIdentity;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.central.CentralState.Header;
import org.keyhopper.ui.model.central.CentralState.Server;
import org.keyhopper.ui.model.manual.DevicePanel.Fact;

/** The words for a membership. */
record CentralLabels(WorkbenchContext context) {

    /** @param waiting the number of people whose result Central does not have yet */
    CentralState joined(CentralStatus status, int waiting, CentralState before) {
        boolean unsettled = status.problem().isPresent();
        return new CentralState(
                Optional.of(true),
                Optional.empty(),
                facts(status, waiting),
                status.access().flatMap(CentralAccess::operator).isPresent(),
                status.connection() == Connection.SIGNED_OUT,
                before.task(),
                before.signingIn(),
                header(status),
                unsettled ? Optional.of(outage(status, waiting)) : notLoss(before));
    }

    /** What was said of an outage ends with it. */
    private static Optional<Notice> notLoss(CentralState before) {
        return before.header().tint() == Tint.ATTENTION ? Optional.empty() : before.notice();
    }

    CentralState alone(CentralState before) {
        return new CentralState(
                Optional.of(false),
                before.isJoined() ? Optional.empty() : before.server(),
                List.of(),
                false,
                false,
                before.task(),
                before.signingIn(),
                Header.NONE,
                before.notice());
    }

    private Header header(CentralStatus status) {
        Tint tint =
                switch (status.connection()) {
                    case CONNECTED -> Tint.GOOD;
                    case UNKNOWN -> Tint.NEUTRAL;
                    case LOST, SIGNED_OUT -> Tint.ATTENTION;
                };
        return new Header(
                context.text(
                        "central.header",
                        status.central(),
                        operator(status),
                        context.text("central.connection." + status.connection())),
                tint);
    }

    private String operator(CentralStatus status) {
        return status.access().flatMap(CentralAccess::operator).orElseGet(() -> context.text("central.noOperator"));
    }

    private List<Fact> facts(CentralStatus status, int waiting) {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "central", status.central());
        fact(facts, "address", status.address().toString());
        fact(facts, "station", status.station());
        fact(facts, "operator", operator(status));
        status.access().ifPresent(access -> fact(facts, "privileges", privileges(access)));
        fact(facts, "connection", context.text("central.connection." + status.connection()));
        fact(facts, "waiting", context.text("central.waiting", waiting));
        return facts;
    }

    private void fact(List<Fact> facts, String key, String value) {
        facts.add(new Fact(context.text("central.fact." + key), value));
    }

    private String privileges(CentralAccess access) {
        return access.privileges().isEmpty()
                ? context.text("central.noPrivileges")
                : access.privileges().stream()
                        .sorted()
                        .map(privilege -> context.text("central.privilege." + privilege))
                        .collect(Collectors.joining(", "));
    }

    /** Says what is known, what waits, and what to do. */
    private Notice outage(CentralStatus status, int waiting) {
        String key = status.connection() == Connection.SIGNED_OUT ? "central.signedOut" : "central.lost";
        return new Notice(context.text(key, status.central(), waiting), Tint.ATTENTION);
    }

    Server server(ServerIdentity found) {
        if (found.fingerprint().isEmpty()) {
            return new Server(context.text("central.server.local"), "", context.text("central.join"));
        }
        boolean trusted = found.trusted();
        return new Server(
                context.text(trusted ? "central.server.trusted" : "central.server.unknown", found.authority()),
                grouped(found.fingerprint()),
                context.text(trusted ? "central.join" : "central.join.pinned"));
    }

    /** Groups of four digits can be compared by eye. */
    private static String grouped(String fingerprint) {
        return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
