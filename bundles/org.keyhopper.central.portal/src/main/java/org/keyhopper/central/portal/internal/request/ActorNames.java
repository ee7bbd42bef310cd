package org.keyhopper.central.portal.internal.request;

import org.keyhopper.central.access.Caller;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.storage.CentralStore;

/** The names of those who did something, as the audit trail and requests refer to them. Blocking on the database. */
public record ActorNames(CentralStore store) {

    /** Returns the name of an operator; the id of one that is not known. */
    public String operator(String id) {
        return store.write(in -> in.operators().find(id)).map(ActorNames::name).orElse(id);
    }

    /** Returns the name of the operator or station that a request is assigned to; the id of one that is not known. */
    String assignee(String id) {
        return store.write(in -> in.operators().find(id).map(ActorNames::name).or(() -> in.stations()
                        .find(id)
                        .map(Station::name)))
                .orElse(id);
    }

    static String name(Operator operator) {
        return operator.name().isBlank() ? operator.login() : operator.name();
    }

    /** Returns the name of an {@link Caller#actor() actor}: an operator or station by its name, any other by its kind. */
    public String of(String actor, PageTexts texts) {
        String kind = actor.contains(":") ? actor.substring(0, actor.indexOf(':')) : actor;
        String id = actor.substring(Math.min(kind.length() + 1, actor.length()));
        return switch (kind) {
            case "operator" -> operator(id);
            case "station", "api_client" ->
                texts.get(
                        "actor.named." + kind,
                        store.write(in -> in.stations().find(id))
                                .map(Station::name)
                                .orElse(id));
            default -> texts.has("actor." + kind) ? texts.get("actor." + kind, id) : actor;
        };
    }
}
