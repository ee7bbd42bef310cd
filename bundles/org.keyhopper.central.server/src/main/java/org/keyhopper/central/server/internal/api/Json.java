package org.keyhopper.central.server.internal.api;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Bodies as JSON. What cannot be read is a BadCallException. */
final class Json {

    private static final Gson GSON = new Gson();

    private Json() {}

    static <T> T read(String text, Class<T> type) {
        try {
            JsonElement element = JsonParser.parseString(text);
            if (!element.isJsonObject()) {
                throw new BadCallException("the body is not a JSON object");
            }
            return GSON.fromJson(element, type);
        } catch (JsonParseException | IllegalStateException | NumberFormatException | StackOverflowError e) {
            throw new BadCallException("the body does not have the form of this call");
        }
    }

    static String write(Object body) {
        return GSON.toJson(body);
    }
}
