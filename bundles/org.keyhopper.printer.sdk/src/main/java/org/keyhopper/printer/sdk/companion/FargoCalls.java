package org.keyhopper.printer.sdk.companion;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.keyhopper.printer.sdk.companion.Reflection.KitFailure;

/**
 * The FARGO printer SDK, with the names that programs in the field use; its documentation was not available. A printer
 * is identified by its Windows queue.
 */
final class FargoCalls implements VendorCalls {

    private static final String SDK = "impl.Fargo.";
    private static final String STATION = SDK + "Station";
    private static final String EXCEPTION = "exception";
    private static final String UNKNOWN = "unknown";

    private final ReaderSession session = new ReaderSession();
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
            case "open-reader" ->
                session.open(
                        arguments.get("reader").getAsString(),
                        arguments.get("settle").getAsLong(),
                        arguments.get("held").getAsBoolean());
            case "reader" -> reader();
            case "end-reader" -> session.end();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public void close() {
        session.close();
    }

    private JsonObject reader() {
        JsonObject result = new JsonObject();
        result.addProperty("card", session.seesCard());
        return result;
    }

    /** The SDK has no discovery. */
    private static JsonObject discover() {
        JsonObject result = new JsonObject();
        result.add("printers", new JsonArray());
        return result;
    }

    private JsonObject open(String queue) throws ReflectiveOperationException {
        information = Reflection.make(SDK + "PrinterInfo", queue);
        movement = Reflection.make(SDK + "Movement", queue);
        JsonObject result = activity();
        boolean silent = result.get("activity").getAsString().endsWith(UNKNOWN);
        // Every further query to a printer that does not communicate would block like the first.
        result.addProperty("serial", silent ? "" : optional("serialNumber"));
        result.addProperty("firmware", silent ? "" : optional("firmwareVersion"));
        result.addProperty("rejects", Reflection.hasConstant(STATION, "reject"));
        return result;
    }

    /** The error is valid only in an exception. */
    private JsonObject activity() throws ReflectiveOperationException {
        JsonObject result = new JsonObject();
        String activity = word(Reflection.call(information, "currentActivity"));
        result.addProperty("activity", activity);
        if (activity.endsWith(EXCEPTION)) {
            result.addProperty("error", optional("printerError"));
            result.addProperty("detail", (optional("printerErrorEx") + " " + optional("deviceError")).strip());
        }
        return result;
    }

    /** Some families throw an exception instead of returning a status. */
    private JsonObject encoder(String encoder) throws ReflectiveOperationException {
        JsonObject result = new JsonObject();
        try {
            result.addProperty(
                    "state",
                    word(Reflection.call(information, "stationStatus", Reflection.constant(STATION, encoder))));
        } catch (KitFailure e) {
            result.addProperty("state", "");
        }
        return result;
    }

    private JsonObject move(String encoder, int hopper) throws ReflectiveOperationException {
        Reflection.call(movement, "moveTo", Reflection.constant(STATION, encoder), hopper);
        return new JsonObject();
    }

    /** Returns the value, if this SDK version has the query and answers it. */
    private String optional(String question) throws ReflectiveOperationException {
        for (String name : List.of(question, "get" + question)) {
            try {
                return String.valueOf(Reflection.call(information, name));
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
