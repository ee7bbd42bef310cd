package org.keyhopper.central.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A route of the OpenAPI document, for which calls are made up. */
record FuzzRoute(String method, String path, JsonObject operation, JsonObject schemas) {

    /** Members of bodies that the document describes by words only. */
    static final Map<String, JsonObject> MEMBERS = Map.ofEntries(
            member("code", "string"),
            member("printer", "string"),
            member("credentialId", "string"),
            member("clientDataJSON", "string"),
            member("attestationObject", "string"),
            member("passkeyName", "string"),
            member("passkey", "string"),
            member("account", "string"),
            member("directory", "string"),
            member("authenticatorData", "string"),
            member("signature", "string"),
            member("sealed", "string"),
            member("reason", "string"),
            member("skip", "boolean"),
            member("deviceClean", "boolean"),
            Map.entry("transports", schema("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}")),
            Map.entry(
                    "device",
                    schema(
                            "{\"properties\":{\"aaguid\":{\"type\":\"string\"},\"model\":{\"type\":\"string\"},"
                                    + "\"serial\":{\"type\":\"string\"},\"options\":{\"properties\":{\"rk\":{\"type\":\"boolean\"},"
                                    + "\"clientPin\":{\"type\":\"boolean\"}}},\"versions\":{\"type\":\"array\",\"items\":"
                                    + "{\"type\":\"string\"}},\"algorithms\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}}")));

    private static final String DEEP = "[".repeat(20_000);
    private static final int TOO_LONG = 300_000;
    private static final List<String> NO_JSON =
            List.of("", "{", "null", "[]", "\"\"", "{}", "{}{}", "{\"a\":}", DEEP, "{\"a\":" + DEEP, "\ufeff{}");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private static Map.Entry<String, JsonObject> member(String name, String type) {
        return Map.entry(name, schema("{\"type\":\"" + type + "\"}"));
    }

    private static JsonObject schema(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    /** Returns all routes of the document. */
    static List<FuzzRoute> all() throws IOException {
        List<FuzzRoute> routes = new ArrayList<>();
        try (InputStream in = FuzzRoute.class.getResourceAsStream("/openapi.json")) {
            JsonObject document = JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            JsonObject schemas = document.getAsJsonObject("components").getAsJsonObject("schemas");
            document.getAsJsonObject("paths").asMap().forEach((path, item) -> item.getAsJsonObject()
                    .asMap()
                    .forEach((method, operation) -> routes.add(new FuzzRoute(
                            method.toUpperCase(Locale.ROOT), path, operation.getAsJsonObject(), schemas))));
        }
        return routes;
    }

    /** Returns path and query. */
    String address(FuzzValues values) {
        Matcher parameters = PARAMETER.matcher(path);
        StringBuilder address = new StringBuilder();
        while (parameters.find()) {
            String value = values.text(parameters.group(1));
            parameters.appendReplacement(address, Matcher.quoteReplacement(encoded(value.isEmpty() ? "%" : value)));
        }
        parameters.appendTail(address);
        char separator = '?';
        for (JsonElement parameter : parameters()) {
            String name = parameter.getAsJsonObject().get("name").getAsString();
            if ("query".equals(parameter.getAsJsonObject().get("in").getAsString()) && values.chance(60)) {
                address.append(separator).append(name).append('=').append(encoded(values.text(name)));
                separator = '&';
            }
        }
        return address.toString();
    }

    private JsonArray parameters() {
        return operation.has("parameters") ? operation.getAsJsonArray("parameters") : new JsonArray();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns a body; empty if the route takes none and none is made up. */
    Optional<String> body(FuzzValues values) {
        boolean takesOne = operation.has("requestBody") || "POST".equals(method) || "PUT".equals(method);
        if (!takesOne && !values.chance(5)) {
            return Optional.empty();
        }
        if (values.chance(8)) {
            return Optional.of(values.any(NO_JSON));
        }
        if (values.chance(2)) {
            return Optional.of("{\"name\":\"" + "x".repeat(TOO_LONG) + "\"}");
        }
        return Optional.of(values.json("body", bodySchema(), schemas, 0).toString());
    }

    private JsonObject bodySchema() {
        JsonObject any = new JsonObject();
        if (!operation.has("requestBody")) {
            return any;
        }
        JsonObject content = operation.getAsJsonObject("requestBody").getAsJsonObject("content");
        JsonObject given =
                content.asMap().values().iterator().next().getAsJsonObject().getAsJsonObject("schema");
        // A text is JSON that the document does not describe.
        return given.has("type") && "string".equals(given.get("type").getAsString()) ? any : given;
    }
}
