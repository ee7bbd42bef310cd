package org.keyhopper.central.server.internal.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A collector that takes lines of JSON by POST, and confirms them with a status of the 2xx class. */
final class HttpSink implements AuditSink {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int SUCCESSFUL = 2;
    private static final int PER_CLASS = 100;

    private final URI address;
    private final Optional<String> authorization;
    private final HttpClient client;

    /** @param authorization the value of the header of this name, which is a secret */
    HttpSink(URI address, Optional<String> authorization) {
        this.address = address;
        this.authorization = authorization;
        // A redirect could lead to an address that is not allowed, and would carry the authorization there.
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "http:" + address;
    }

    @Override
    public void deliver(List<String> lines) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines) + "\n"));
        authorization.ifPresent(value -> request.header("Authorization", value));
        try {
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / PER_CLASS != SUCCESSFUL) {
                throw new IOException("HTTP status " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
