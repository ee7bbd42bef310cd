package org.keyhopper.central.server;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The HTTP clients of browsers and stations, one for each server. */
final class TestClients {

    private static final Map<String, HttpClient> CLIENTS = new ConcurrentHashMap<>();

    private TestClients() {}

    /** Returns the client for the server with this URL. It uses no proxy, since the rule for outgoing addresses is Central's. */
    static HttpClient of(String url) {
        return CLIENTS.computeIfAbsent(
                url,
                it -> HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build());
    }

    /** Ends connections, which a server that stops would wait for: a second for each test. */
    static void close(String url) {
        Optional.ofNullable(CLIENTS.remove(url)).ifPresent(HttpClient::shutdownNow);
    }
}
