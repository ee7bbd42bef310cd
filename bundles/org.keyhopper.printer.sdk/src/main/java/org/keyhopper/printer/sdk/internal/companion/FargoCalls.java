package org.keyhopper.printer.sdk.internal.companion;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.keyhopper.printer.sdk.internal.companion.Kit.KitFailure;

/**
 * The FARGO printer kit, with the names that programs in the field use; its own documentation was not at hand. A printer is
 * known by the name of its Windows queue.
 */
final class FargoCalls implements VendorCalls {

    private static final String SDK = "impl.Fargo.";
    private static final String STATION = SDK + "Station";
    private static final String EXCEPTION = "exception";
    private static final String UNKNOWN = "unknown";

    private Object information;
    private Object movement;

    @Override
    public JsonObject call(String name, JsonObject arguments) throws ReflectiveOperationException {
        return switch (name) {
            case "discover" -> discover();
            case "open" -> open(arguments.get("location").getAsString());
            case "activity" -> activity();
            case "encoder" -> encoder(arguments.get("encoder").getAsString());
            case "move" ->
                move(
                        arguments.get("encoder").getAsString(),
                        arguments.get("hopper").getAsInt());
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
        boolean silent = result.get("activity").getAsString().endsWith(UNKNOWN);
        // Every further question to a printer that does not communicate would hang like the first.
        result.addProperty("serial", silent ? "" : optional("serialNumber"));
        result.addProperty("firmware", silent ? "" : optional("firmwareVersion"));
        result.addProperty("rejects", Kit.hasConstant(STATION, "reject"));
        return result;
    }

    /** The errors mean something only in an exception. */
    private JsonObject activity() throws ReflectiveOperationException {
        JsonObject result = new JsonObject();
        String activity = word(Kit.call(information, "currentActivity"));
        result.addProperty("activity", activity);
        if (activity.endsWith(EXCEPTION)) {
            result.addProperty("error", optional("printerError"));
            result.addProperty("detail", (optional("printerErrorEx") + " " + optional("deviceError")).strip());
        }
        return result;
    }

    /** Some families throw instead of telling. */
    private JsonObject encoder(String encoder) throws ReflectiveOperationException {
        JsonObject result = new JsonObject();
        try {
            result.addProperty("state", word(Kit.call(information, "stationStatus", Kit.constant(STATION, encoder))));
        } catch (KitFailure e) {
            result.addProperty("state", "");
        }
        return result;
    }

    private JsonObject move(String encoder, int hopper) throws ReflectiveOperationException {
        Kit.call(movement, "moveTo", Kit.constant(STATION, encoder), hopper);
        return new JsonObject();
    }

    /** Returns what the kit says, if this version has the question and answers it. */
    private String optional(String question) throws ReflectiveOperationException {
        for (String name : List.of(question, "get" + question)) {
            try {
                return String.valueOf(Kit.call(information, name));
            } catch (NoSuchMethodException | KitFailure e) {
                continue;
            }
        }
        return "";
    }

    private static String word(Object constant) {
        return String.valueOf(constant).toLowerCase(Locale.ROOT);
    }
}
