package org.keyhopper.printer.sdk.internal.companion;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;

/**
 * The FARGO printer kit, with the names that programs of others use; its own documentation was not at hand. A printer is
 * known by the name of its Windows queue.
 */
final class FargoCalls implements VendorCalls {

    private static final String SDK = "impl.Fargo.";
    private static final String STATION = SDK + "Station";
    private static final int FIRST_HOPPER = 0;

    private Object information;
    private Object movement;

    @Override
    public JsonObject call(String name, JsonObject arguments) throws ReflectiveOperationException {
        return switch (name) {
            case "discover" -> discover();
            case "open" -> open(arguments.get("location").getAsString());
            case "activity" -> activity();
            case "station" -> station(arguments.get("station").getAsString());
            case "move" -> move(arguments.get("station").getAsString());
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The kit cannot be asked for printers. */
    private static JsonObject discover() {
        JsonObject result = new JsonObject();
        result.add("printers", new JsonArray());
        return result;
    }

    private JsonObject open(String queue) throws ReflectiveOperationException {
        information = Kit.make(SDK + "PrinterInfo", queue);
        movement = Kit.make(SDK + "Movement", queue);
        JsonObject result = activity();
        result.addProperty("model", queue);
        return result;
    }

    private JsonObject activity() throws ReflectiveOperationException {
        return said("activity", Kit.call(information, "currentActivity"));
    }

    private JsonObject station(String station) throws ReflectiveOperationException {
        return said("state", Kit.call(information, "stationStatus", Kit.constant(STATION, station)));
    }

    private JsonObject move(String station) throws ReflectiveOperationException {
        Kit.call(movement, "moveTo", Kit.constant(STATION, station), FIRST_HOPPER);
        return new JsonObject();
    }

    private static JsonObject said(String key, Object constant) {
        JsonObject result = new JsonObject();
        result.addProperty(key, String.valueOf(constant).toLowerCase(Locale.ROOT));
        return result;
    }
}
