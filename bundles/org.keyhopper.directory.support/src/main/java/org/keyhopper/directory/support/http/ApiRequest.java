package org.keyhopper.directory.support.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP request. Immutable. Prints only its method, host and path: headers and body hold tokens and credentials, a
 * query holds names.
 */
public final class ApiRequest {

    private final String method;
    private final URI address;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Effect effect;

    private ApiRequest(String method, URI address, Map<String, String> headers, byte[] body, Effect effect) {
        this.method = method;
        this.address = address;
        this.headers = headers;
        this.body = body;
        this.effect = effect;
    }

    public static ApiRequest get(URI address) {
        return new ApiRequest("GET", address, Map.of(), new byte[0], Effect.IDEMPOTENT);
    }

    public static ApiRequest delete(URI address) {
        return new ApiRequest("DELETE", address, Map.of(), new byte[0], Effect.IDEMPOTENT);
    }

    /** A POST of JSON text. */
    public static ApiRequest post(URI address, String json, Effect effect) {
        return post(address, "application/json", json.getBytes(StandardCharsets.UTF_8), effect);
    }

    /** A POST of bytes which stay the caller's, to be wiped after sending where they hold a secret. */
    public static ApiRequest post(URI address, String contentType, byte[] body, Effect effect) {
        return new ApiRequest("POST", address, Map.of("Content-Type", contentType), body, effect);
    }

    /** A PUT of JSON text, idempotent by its definition. */
    public static ApiRequest put(URI address, String json) {
        return put(address, json, Effect.IDEMPOTENT);
    }

    /** A PUT of JSON text at a server that does more than replace. */
    public static ApiRequest put(URI address, String json, Effect effect) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new ApiRequest("PUT", address, Map.of("Content-Type", "application/json"), body, effect);
    }

    /** Returns this request with one more header. */
    public ApiRequest with(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new ApiRequest(method, address, more, body, effect);
    }

    public String method() {
        return method;
    }

    public URI address() {
        return address;
    }

    public Effect effect() {
        return effect;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return method + " " + address.getHost() + address.getRawPath();
    }
}
