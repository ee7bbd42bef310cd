package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.station.IssuedCode;
import org.keyhopper.central.station.Station;

/** Stations or API clients: who has joined, one-time codes for others, and revocation. */
public final class StationsPage {

    private static final int ROWS = 100;

    private final Frame frame;
    private final Central central;
    private final Station.Kind kind;
    private final Section section;

    StationsPage(Frame frame, Central central, Station.Kind kind, Section section) {
        this.frame = frame;
        this.central = central;
        this.kind = kind;
        this.section = section;
    }

    /** A station as it is shown. */
    public record Row(String id, String name, String roles, Instant joined, boolean revoked, long version) {

        static Row of(Station station) {
            return new Row(
                    station.id(),
                    station.name(),
                    GrantForm.words(station.grants()),
                    station.joined(),
                    station.revoked(),
                    station.version());
        }
    }

    Response list(ContainerRequestContext context, String after) {
        Caller caller = frame.caller(context);
        return frame.answered(
                context,
                central.stations().list(caller, kind, Optional.ofNullable(after), ROWS),
                page -> frame.page(
                        context,
                        section,
                        "stations",
                        Map.of(
                                "rows", page.items().stream().map(Row::of).toList(),
                                "next", page.next().orElse(""),
                                "section", section,
                                "mayChange", caller.may(Privilege.MANAGE_OPERATORS, Place.ORGANISATION))));
    }

    Response begin(ContainerRequestContext context) {
        Optional<Problem> lacking = frame.caller(context).lacks(Privilege.MANAGE_OPERATORS, Place.ORGANISATION);
        if (lacking.isPresent()) {
            return frame.forbidden(context, lacking.get());
        }
        return frame.answered(
                context,
                central.operators().roles(frame.caller(context)),
                roles -> frame.page(
                        context,
                        section,
                        "station-new",
                        Map.of(
                                "section", section,
                                "grants", GrantForm.rows(List.of()),
                                "roles", OperatorsPage.names(roles),
                                "key", UUID.randomUUID().toString())));
    }

    /** Shows the code once; it is not stored and cannot be shown again. */
    Response issue(ContainerRequestContext context, MultivaluedMap<String, String> form) {
        Caller caller = frame.caller(context);
        Answer<IssuedCode> issued = central.operators()
                .roles(caller)
                .flatMap(roles -> GrantForm.read(form, roles))
                .flatMap(grants -> central.stations()
                        .issueCode(
                                caller,
                                FormFields.name("key", form.getFirst("key")),
                                kind,
                                FormFields.name("name", form.getFirst("name")),
                                grants));
        return frame.answered(context, issued, code -> {
            String text = "";
            if (code.code().isPresent()) {
                try (Secret secret = code.code().get()) {
                    text = new String(secret.toChars());
                }
            }
            return frame.page(
                    context, section, "station-code", Map.of("section", section, "name", code.name(), "code", text));
        });
    }

    Response askRevoke(ContainerRequestContext context, String id) {
        Caller caller = frame.caller(context);
        return frame.answered(context, central.stations().show(caller, kind, id), found -> caller.lacks(
                        Privilege.MANAGE_OPERATORS, Place.ORGANISATION)
                .map(problem -> frame.forbidden(context, problem))
                .orElseGet(() -> frame.page(
                        context, section, "station-revoke", Map.of("section", section, "row", Row.of(found)))));
    }

    Response revoke(ContainerRequestContext context, String id, String version) {
        return frame.answered(
                context,
                central.stations().revoke(frame.caller(context), kind, id, FormFields.version(version)),
                revoked -> Frame.done(section.path(), "saved"));
    }
}
