package org.keyhopper.central.client.internal;

import java.util.Map;

/**
 * One call.
 *
 * @param path below the address of Central
 * @param contentType of the body; empty if there is none
 * @param headers further headers; neither token nor proof
 */
record HttpCall(String method, String path, String contentType, String body, Map<String, String> headers) {

    static HttpCall get(String path) {
        return new HttpCall("GET", path, "", "", Map.of());
    }

    static HttpCall delete(String path) {
        return new HttpCall("DELETE", path, "", "", Map.of());
    }

    static HttpCall post(String path, String json) {
        return new HttpCall("POST", path, "application/json", json, Map.of());
    }

    static HttpCall put(String path, String json) {
        return new HttpCall("PUT", path, "application/json", json, Map.of());
    }

    HttpCall with(String header, String value) {
        return new HttpCall(method, path, contentType, body, Map.of(header, value));
    }

    /** Neither body nor headers, which may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
