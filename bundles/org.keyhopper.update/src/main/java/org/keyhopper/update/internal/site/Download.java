package org.keyhopper.update.internal.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Reads the files of a site, over HTTP or from a folder. */
final class Download implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(15))
            .followRedirects(Redirect.NORMAL)
            .build();

    /**
     * Opens a file; the caller closes it.
     *
     * @throws FileNotFoundException when the site answers and has no such file
     */
    InputStream open(URI file) throws IOException {
        return file.getScheme().equalsIgnoreCase("file") ? openLocal(file) : openRemote(file);
    }

    private static InputStream openLocal(URI file) throws IOException {
        try {
            return Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException e) {
            throw missing(file, e);
        }
    }

    private InputStream openRemote(URI file) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(file)
                    .timeout(PATIENCE)
                    .header("User-Agent", "Keyhopper")
                    .build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return response.body();
            }
            response.body().close();
            if (response.statusCode() == 404 || response.statusCode() == 410) {
                throw missing(file, null);
            }
            throw new IOException(file + " answers " + response.statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static IOException missing(URI file, Exception cause) {
        FileNotFoundException missing = new FileNotFoundException(file.toString());
        missing.initCause(cause);
        return missing;
    }

    @Override
    public void close() {
        client.close();
    }
}
