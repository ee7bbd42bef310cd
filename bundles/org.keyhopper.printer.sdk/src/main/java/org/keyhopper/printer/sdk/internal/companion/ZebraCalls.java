package org.keyhopper.printer.sdk.internal.companion;

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

/** The Link-OS kit for card printers. Names of classes, methods and fields as the vendor's documentation has them. */
final class ZebraCalls implements VendorCalls {

    private static final String SDK = "com.zebra.sdk.";
    private static final String SETTINGS = SDK + "common.card.jobSettings.ZebraCardJobSettingNames";
    private static final int RAW_PORT = 9100;
    private static final int TRIES = 3;
    private static final long BETWEEN_TRIES = 1000;
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
        printer = Kit.callStatic(SDK + "common.card.printer.ZebraCardPrinterFactory", "getInstance", connection);
        Object information = Kit.call(printer, "getPrinterInformation");
        JsonObject result = new JsonObject();
        result.addProperty("model", text(information, "model"));
        result.addProperty("serial", text(information, "serialNumber"));
        result.addProperty("firmware", text(information, "firmwareVersion"));
        result.addProperty("rejects", rejects());
        result.add("encoders", encoders(arguments));
        return result;
    }

    /** A printer that is busy refuses a connection for a moment. */
    private static Object connected(String location) throws ReflectiveOperationException {
        for (int left = TRIES; ; left--) {
            Object connection = connection(location);
            try {
                Kit.call(connection, "open");
                return connection;
            } catch (Kit.KitFailure e) {
                if (left <= 1) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without a bin the printer does not offer it as a destination. */
    private String rejects() throws ReflectiveOperationException {
        Set<String> destinations = range("CARD_DESTINATION");
        if (destinations.isEmpty()) {
            return "UNKNOWN";
        }
        return destinations.stream().anyMatch(each -> each.equalsIgnoreCase("reject")) ? "YES" : "NO";
    }

    /** Returns the values a setting may have; empty when this printer does not know it. */
    private Set<String> range(String setting) throws ReflectiveOperationException {
        try {
            Object range = Kit.call(printer, "getJobSettingRange", Kit.constant(SETTINGS, setting));
            return range == null
                    ? Set.of()
                    : Arrays.stream(range.toString().split("[,;|]"))
                            .map(String::strip)
                            .filter(each -> !each.isEmpty())
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (NoSuchMethodException | Kit.KitFailure e) {
            return Set.of();
        }
    }

    /** The kit names the contact encoder "contact" or "contact_station"; everything else is a kind of contactless one. */
    private JsonArray encoders(JsonObject arguments) throws ReflectiveOperationException {
        Object configurations = Kit.call(printer, "getSmartCardConfigurations");
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

    /** Returns a usual type as the printer writes it. */
    private static Optional<String> contactlessType(Set<String> offered) {
        return CONTACTLESS_TYPES.stream()
                .flatMap(type -> offered.stream().filter(type::equalsIgnoreCase))
                .findFirst();
    }

    private JsonObject status() throws ReflectiveOperationException {
        Object status = Kit.call(printer, "getPrinterStatus");
        JsonObject result = new JsonObject();
        result.addProperty("status", text(status, "status"));
        result.addProperty("jobs", ((Number) Kit.field(status, "jobsActive")).intValue());
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
        result.addProperty("job", ((Number) Kit.call(printer, "smartCardEncode", 1)).intValue());
        return result;
    }

    private void set(String name, String value) throws ReflectiveOperationException {
        Kit.call(printer, "setJobSetting", Kit.constant(SETTINGS, name), value);
    }

    private JsonObject job(int id) throws ReflectiveOperationException {
        Object job = Kit.call(printer, "getJobStatus", id);
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
            Object information = Kit.field(from, kind + "Info");
            result.addProperty(kind, ((Number) Kit.field(information, "value")).intValue());
            result.addProperty(kind + "Text", text(information, "description"));
        }
    }

    private static Object connection(String location) throws ReflectiveOperationException {
        if (location.isBlank() || location.contains("usb")) {
            for (Object each : usbPrinters()) {
                if (location.isBlank() || each.toString().equals(location)) {
                    return Kit.call(each, "getConnection");
                }
            }
            throw new IllegalArgumentException("no such printer at a USB port: " + location);
        }
        int colon = location.lastIndexOf(':');
        String host = colon < 0 ? location : location.substring(0, colon);
        int port = colon < 0 ? RAW_PORT : Integer.parseInt(location.substring(colon + 1));
        return Kit.make(SDK + "comm.TcpConnection", host, port);
    }

    private static List<Object> usbPrinters() throws ReflectiveOperationException {
        return Kit.list(Kit.callStatic(SDK + "printer.discovery.UsbDiscoverer", "getZebraUsbPrinters"));
    }

    private static String text(Object from, String... fields) throws ReflectiveOperationException {
        Object value = Kit.field(from, fields);
        return value == null ? "" : value.toString();
    }

    private JsonObject command(String name, Object... arguments) throws ReflectiveOperationException {
        Kit.call(printer, name, arguments);
        return new JsonObject();
    }
}
