package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.keyhopper.central.enrolment.DeviceReport;

/** The JSON object of a call; what is missing or wrong is a BadCallException with the name of the member. */
record Body(JsonObject object) {

    static Body parse(String text) {
        try {
            return new Body(JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
            throw new BadCallException("the body is not a JSON object");
        }
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new BadCallException(name));
    }

    Optional<String> optionalText(String name) {
        return member(name).map(value -> converted(name, value, JsonElement::getAsString));
    }

    /** Returns a text that is not empty, and not longer than the limit. */
    Optional<String> shortText(String name, int limit) {
        Optional<String> text = optionalText(name).filter(it -> !it.isBlank());
        if (text.isPresent() && text.get().length() > limit) {
            throw new BadCallException(name);
        }
        return text;
    }

    byte[] bytes(String name) {
        return optionalBytes(name).orElseThrow(() -> new BadCallException(name));
    }

    Optional<byte[]> optionalBytes(String name) {
        try {
            return optionalText(name).map(Base64.getUrlDecoder()::decode);
        } catch (IllegalArgumentException e) {
            throw new BadCallException(name);
        }
    }

    boolean flag(String name) {
        return member(name)
                .map(value -> converted(name, value, JsonElement::getAsBoolean))
                .orElse(false);
    }

    List<String> texts(String name) {
        return list(name, JsonElement::getAsString);
    }

    private <T> List<T> list(String name, Function<JsonElement, T> conversion) {
        List<T> list = new ArrayList<>();
        member(name)
                .map(value -> converted(name, value, JsonElement::getAsJsonArray))
                .ifPresent(array -> array.forEach(value -> list.add(converted(name, value, conversion))));
        return list;
    }

    Optional<DeviceReport> device() {
        return member("device")
                .map(value -> new Body(converted("device", value, JsonElement::getAsJsonObject)).asDevice());
    }

    private DeviceReport asDevice() {
        Map<String, Boolean> options = new HashMap<>();
        member("options")
                .map(value -> converted("options", value, JsonElement::getAsJsonObject))
                .ifPresent(all -> all.asMap()
                        .forEach((name, value) ->
                                options.put(name, converted("options", value, JsonElement::getAsBoolean))));
        return new DeviceReport(
                uuid("aaguid"),
                optionalText("model").orElse(""),
                optionalText("serial"),
                Set.copyOf(texts("versions")),
                options,
                list("algorithms", JsonElement::getAsInt));
    }

    private UUID uuid(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException e) {
            throw new BadCallException(name);
        }
    }

    private Optional<JsonElement> member(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isJsonNull());
    }

    private static <T> T converted(String name, JsonElement value, Function<JsonElement, T> conversion) {
        try {
            return conversion.apply(value);
        } catch (IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            throw new BadCallException(name);
        }
    }
}
