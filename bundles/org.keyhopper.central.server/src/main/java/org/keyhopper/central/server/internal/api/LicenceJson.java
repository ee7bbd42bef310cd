package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.keyhopper.central.licence.LicenceStatus;

/** The licence as JSON; without one, an object that says whether one is needed. */
final class LicenceJson {

    private LicenceJson() {}

    static JsonObject of(LicenceStatus status, Locale locale) {
        JsonObject object = new JsonObject();
        status.licence().ifPresent(licence -> {
            object.addProperty("holder", licence.holder());
            object.addProperty("from", licence.from().toString());
            object.addProperty("until", licence.until().toString());
            licence.devicesPerYear().ifPresent(most -> object.addProperty("devicesPerYear", most));
            object.addProperty("devices", status.devices());
            JsonArray features = new JsonArray();
            licence.features().stream().sorted().forEach(features::add);
            object.add("features", features);
        });
        status.daysLeft().ifPresent(days -> object.addProperty("daysLeft", days));
        status.problem().ifPresent(problem -> object.add("problem", ProblemReply.json(problem, locale)));
        return object;
    }
}
