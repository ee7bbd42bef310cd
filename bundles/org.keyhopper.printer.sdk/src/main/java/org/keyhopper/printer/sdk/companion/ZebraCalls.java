package org.keyhopper.printer.sdk.companion;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The Link-OS SDK for card printers. Class, method and field names are those of the vendor's documentation. */
final class ZebraCalls implements VendorCalls {

    private static final String SDK = "com.zebra.sdk.";
    private static final String SETTINGS = SDK + "common.card.jobSettings.ZebraCardJobSettingNames";
    private static final int RAW_PORT = 9100;
    private static final int ATTEMPTS = 3;
    private static final long RETRY_INTERVAL = 1000;
    private static final List<String> CONTACTLESS_TYPES = List.of("hf", "mifare", "other");

    private Object printer;
    private String contactless = "";

    @Override
    public JsonObject call(String name, JsonObject arguments) throws ReflectiveOperationException {
        return switch (name) {
            case "discover" -> discover();
            case "open" -> open(arguments);
            case "status" -> status();
            case "start" -> start(arguments.get("encoder").getAsString());
            case "job" -> job(arguments.get("job").getAsInt());
            case "resume" -> command("resume");
            case "cancel" -> command("cancel", arguments.get("job").getAsInt());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static JsonObject discover() throws ReflectiveOperationException {
        JsonArray found = new JsonArray();
        for (Object each : usbPrinters()) {
            found.add(each.toString());
        }
        JsonObject result = new JsonObject();
        result.add("printers", found);
        return result;
    }

    private JsonObject open(JsonObject arguments) throws ReflectiveOperationException {
        Object connection = connected(arguments.get("location").getAsString());
        printer = Reflection.callStatic(SDK + "common.card.printer.ZebraCardPrinterFactory", "getInstance", connection);
        Object information = Reflection.call(printer, "getPrinterInformation");
        JsonObject result = new JsonObject();
        result.addProperty("model", text(information, "model"));
        result.addProperty("serial", text(information, "serialNumber"));
        result.addProperty("firmware", text(information, "firmwareVersion"));
        result.addProperty("rejects", rejectTray());
        result.add("encoders", encoders(arguments));
        return result;
    }

    /** A busy printer refuses connections for a moment. */
    private static Object connected(String location) throws ReflectiveOperationException {
        for (int left = ATTEMPTS; ; left--) {
            Object connection = connection(location);
            try {
                Reflection.call(connection, "open");
                return connection;
            } catch (Reflection.KitFailure e) {
                if (left <= 1) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A printer without a reject bin does not offer it as a destination. */
    private String rejectTray() throws ReflectiveOperationException {
        Set<String> destinations = range("CARD_DESTINATION");
        if (destinations.isEmpty()) {
            return "UNKNOWN";
        }
        return destinations.stream().anyMatch(each -> each.equalsIgnoreCase("reject")) ? "YES" : "NO";
    }

    /** Returns the values of a setting; empty if the printer does not support it. */
    private Set<String> range(String setting) throws ReflectiveOperationException {
        try {
            Object range = Reflection.call(printer, "getJobSettingRange", Reflection.constant(SETTINGS, setting));
            return range == null
                    ? Set.of()
                    : Arrays.stream(range.toString().split("[,;|]"))
                            .map(String::strip)
                            .filter(each -> !each.isEmpty())
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (NoSuchMethodException | Reflection.KitFailure e) {
            return Set.of();
        }
    }

    /**
     * The SDK names the contact encoder "contact" or "contact_station"; all other names are kinds of contactless
     * encoders.
     */
    private JsonArray encoders(JsonObject arguments) throws ReflectiveOperationException {
        Object configurations = Reflection.call(printer, "getSmartCardConfigurations");
        Set<String> kinds = new TreeSet<>();
        if (configurations instanceof Map<?, ?> map) {
            map.keySet().forEach(each -> kinds.add(each.toString().toLowerCase(Locale.ROOT)));
        }
        boolean contact = kinds.removeIf(each -> each.equals("contact") || each.equals("contact_station"));
        JsonArray encoders = new JsonArray();
        if (contact) {
            encoders.add("CONTACT");
        }
        if (!kinds.isEmpty()) {
            encoders.add("CONTACTLESS");
        }
        contactless = arguments.has("contactless")
                ? arguments.get("contactless").getAsString()
                : contactlessType(range("SMART_CARD_CONTACTLESS"))
                        .or(() -> contactlessType(kinds))
                        .or(() -> kinds.stream().findFirst())
                        .orElse(CONTACTLESS_TYPES.getFirst());
        return encoders;
    }

    /** Returns a common type in the printer's spelling. */
    private static Optional<String> contactlessType(Set<String> offered) {
        return CONTACTLESS_TYPES.stream()
                .flatMap(type -> offered.stream().filter(type::equalsIgnoreCase))
                .findFirst();
    }

    private JsonObject status() throws ReflectiveOperationException {
        Object status = Reflection.call(printer, "getPrinterStatus");
        JsonObject result = new JsonObject();
        result.addProperty("status", text(status, "status"));
        result.addProperty("jobs", ((Number) Reflection.field(status, "jobsActive")).intValue());
        addTroubles(status, result);
        return result;
    }

    private JsonObject start(String encoder) throws ReflectiveOperationException {
        set("CARD_SOURCE", "Feeder");
        set("CARD_DESTINATION", "Eject");
        if (encoder.equals("CONTACT")) {
            set("SMART_CARD_CONTACT", "yes");
        } else {
            set("SMART_CARD_CONTACTLESS", contactless);
        }
        JsonObject result = new JsonObject();
        result.addProperty("job", ((Number) Reflection.call(printer, "smartCardEncode", 1)).intValue());
        return result;
    }

    private void set(String name, String value) throws ReflectiveOperationException {
        Reflection.call(printer, "setJobSetting", Reflection.constant(SETTINGS, name), value);
    }

    private JsonObject job(int id) throws ReflectiveOperationException {
        Object job = Reflection.call(printer, "getJobStatus", id);
        JsonObject result = new JsonObject();
        result.addProperty("print", text(job, "printStatus"));
        result.addProperty("position", text(job, "cardPosition"));
        result.addProperty("CONTACT", text(job, "contactSmartCard", "contactSmartCardStatus"));
        result.addProperty("CONTACTLESS", text(job, "contactlessSmartCard", "contactlessSmartCardStatus"));
        addTroubles(job, result);
        return result;
    }

    private static void addTroubles(Object from, JsonObject result) throws ReflectiveOperationException {
        for (String kind : List.of("alarm", "error")) {
            Object information = Reflection.field(from, kind + "Info");
            result.addProperty(kind, ((Number) Reflection.field(information, "value")).intValue());
            result.addProperty(kind + "Text", text(information, "description"));
        }
    }

    private static Object connection(String location) throws ReflectiveOperationException {
        if (location.isBlank() || location.contains("usb")) {
            for (Object each : usbPrinters()) {
                if (location.isBlank() || each.toString().equals(location)) {
                    return Reflection.call(each, "getConnection");
                }
            }
            throw new IllegalArgumentException("no such printer at a USB port: " + location);
        }
        int colon = location.lastIndexOf(':');
        String host = colon < 0 ? location : location.substring(0, colon);
        int port = colon < 0 ? RAW_PORT : Integer.parseInt(location.substring(colon + 1));
        return Reflection.make(SDK + "comm.TcpConnection", host, port);
    }

    private static List<Object> usbPrinters() throws ReflectiveOperationException {
        return Reflection.list(Reflection.callStatic(SDK + "printer.discovery.UsbDiscoverer", "getZebraUsbPrinters"));
    }

    private static String text(Object from, String... fields) throws ReflectiveOperationException {
        Object value = Reflection.field(from, fields);
        return value == null ? "" : value.toString();
    }

    private JsonObject command(String name, Object... arguments) throws ReflectiveOperationException {
        Reflection.call(printer, name, arguments);
        return new JsonObject();
    }
}
