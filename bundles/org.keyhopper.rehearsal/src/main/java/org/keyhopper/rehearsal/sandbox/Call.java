package org.keyhopper.rehearsal.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked.
 *
 * @param method of HTTP
 * @param rawPath as it came
 * @param path its segments, decoded
 * @param query its parameters, decoded
 * @param authorization the header, if any
 * @param contentType the header, without parameters; empty if there is none
 * @param body as text
 */
public record Call(
        String method,
        String rawPath,
        List<String> path,
        Map<String, String> query,
        Optional<String> authorization,
        String contentType,
        String body) {

    public static Call read(HttpExchange exchange) throws IOException {
        String rawPath = exchange.getRequestURI().getRawPath();
        List<String> path = Arrays.stream(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
        return new Call(
                exchange.getRequestMethod(),
                rawPath,
                path,
                pairs(exchange.getRequestURI().getRawQuery()),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                contentType(exchange),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String contentType(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Content-Type");
        return header == null ? "" : header.replaceAll(";.*", "").strip();
    }

    /** Reads the body as a form. */
    public Map<String, String> form() {
        return pairs(body);
    }

    /** Returns whether method and path are these; {@code *} stands for any segment. */
    public boolean is(String wantedMethod, String... wanted) {
        if (!method.equals(wantedMethod) || path.size() != wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals("*") && !wanted[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                pairs.put(decode(pair.substring(0, sign)), decode(pair.substring(sign + 1)));
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
