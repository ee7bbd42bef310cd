package org.keyhopper.central.server.internal.api;

import java.util.List;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.operator.StoredRole;
import org.keyhopper.central.request.RequestDetails;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.central.server.internal.model.AuditEntryBody;
import org.keyhopper.central.server.internal.model.DeviceBody;
import org.keyhopper.central.server.internal.model.GrantBody;
import org.keyhopper.central.server.internal.model.OperatorBody;
import org.keyhopper.central.server.internal.model.PersonBody;
import org.keyhopper.central.server.internal.model.RequestView;
import org.keyhopper.central.server.internal.model.ResultBody;
import org.keyhopper.central.server.internal.model.RoleBody;
import org.keyhopper.central.server.internal.model.StationBody;
import org.keyhopper.central.server.internal.model.TallyBody;
import org.keyhopper.central.station.Station;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;

/** Values of the domain as bodies. */
final class Bodies {

    private Bodies() {}

    static GrantBody of(Grant grant) {
        String role = grant.role().name();
        return switch (grant.scope()) {
            case Scope.Everything everything -> new GrantBody(role, null, null);
            case Scope.OneDirectory(String name) -> new GrantBody(role, name, null);
            case Scope.OneSite(String name) -> new GrantBody(role, null, name);
        };
    }

    static List<GrantBody> of(List<Grant> grants) {
        return grants.stream().map(Bodies::of).toList();
    }

    static OperatorBody of(Operator operator) {
        return new OperatorBody(
                operator.id(),
                operator.login(),
                operator.name(),
                of(operator.grants()),
                operator.created().toString(),
                operator.lastSignIn().map(Object::toString).orElse(null),
                operator.disabled());
    }

    static RoleBody of(StoredRole role) {
        return new RoleBody(
                role.role().name(),
                role.role().privileges().stream().sorted().map(Enum::name).toList(),
                role.isDefault(),
                role.version());
    }

    static StationBody of(Station station) {
        return new StationBody(
                station.id(),
                station.name(),
                station.keyThumbprint(),
                of(station.grants()),
                station.joined().toString(),
                station.revoked());
    }

    static RequestView of(RequestSummary summary) {
        RequestDetails details = summary.details();
        return new RequestView(
                summary.request().id().value(),
                summary.request().name(),
                summary.request().directory(),
                details.site(),
                summary.request().created().toString(),
                details.creator(),
                details.assignee().orElse(null),
                details.due().map(Object::toString).orElse(null),
                details.note(),
                details.approval().name(),
                details.approver().orElse(null),
                of(summary.tally()));
    }

    private static TallyBody of(Tally tally) {
        return new TallyBody(
                tally.total(), tally.provisioned(), tally.failed(), tally.skipped(), tally.pending(), tally.unclear());
    }

    static PersonBody person(RecipientState state) {
        return new PersonBody(
                state.id().position(),
                state.recipient().user(),
                state.recipient().displayName(),
                state.outcome().name());
    }

    static ResultBody result(RecipientState state) {
        OutcomeRecord last = state.last().orElse(null);
        MadePasskey passkey = state.last().flatMap(OutcomeRecord::passkey).orElse(null);
        return new ResultBody(
                state.id().position(),
                state.recipient().user(),
                state.recipient().displayName(),
                state.outcome().name(),
                last == null ? null : last.at().toString(),
                last == null ? null : last.problem().map(it -> it.code().id()).orElse(null),
                passkey == null ? null : passkey.credentialId().base64Url(),
                passkey == null ? null : passkey.aaguid().toString(),
                passkey == null ? null : passkey.serial().orElse(null),
                passkey == null ? null : passkey.deviceName());
    }

    static DeviceBody of(InventoryEntry entry) {
        return new DeviceBody(
                entry.credential().base64Url(),
                entry.aaguid().toString(),
                entry.model(),
                entry.serial().orElse(null),
                entry.directory(),
                entry.holder(),
                entry.recipient().request().value(),
                entry.state().name(),
                entry.since().toString());
    }

    static AuditEntryBody of(AuditEntry entry) {
        return new AuditEntryBody(
                entry.number(),
                entry.at().toString(),
                entry.event().actor(),
                entry.event().action().name(),
                entry.event().subject(),
                entry.event().problem().orElse(null),
                entry.event().facts(),
                entry.event().call(),
                entry.hash());
    }

    static String next(Page<?> page) {
        return page.next().orElse(null);
    }
}
