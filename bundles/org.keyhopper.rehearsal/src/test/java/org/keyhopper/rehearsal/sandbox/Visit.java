package org.keyhopper.rehearsal.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A browser that goes wherever it is sent. */
public final class Visit {

    private Visit() {}

    /** Opens the page, on a thread of its own. */
    public static void of(URI address) {
        Thread.ofVirtual().start(() -> {
            try (HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build()) {
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            } catch (IOException | InterruptedException lost) {
                throw new IllegalStateException(lost);
            }
        });
    }
}
