package org.keyhopper.central.server.internal.signin;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Calls to the identity provider: bounded in time and size, and without following redirects. They keep to the rule for outgoing
 * addresses, which is the default proxy selector of the process once the server has started.
 */
final class ProviderHttp implements ResourceRetriever {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LONGEST = 1024 * 1024;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Returns the text of a resource. */
    String get(URI address) throws IOException {
        HttpResponse<InputStream> response = send(HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build());
        String text = text(response);
        if (response.statusCode() != OK) {
            throw new IOException("HTTP " + response.statusCode() + " from " + address);
        }
        return text;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return new Resource(get(address(url)), "application/json");
    }

    /** Sends a request of the SDK. */
    HTTPResponse send(HTTPRequest request) throws IOException, ParseException {
        HttpRequest.Builder sent = HttpRequest.newBuilder(address(request.getURL()))
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(request.getBody()));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        HttpResponse<InputStream> received = send(sent.build());
        HTTPResponse response = new HTTPResponse(received.statusCode());
        response.setEntityContentType(ContentType.APPLICATION_JSON);
        response.setBody(text(received));
        return response;
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IllegalArgumentException e) {
            // Java's client refuses some addresses so, such as an IPv6 address behind a tunnel.
            throw new IOException("an address that cannot be called: " + request.uri(), e);
        }
    }

    /** The provider names the addresses; what is none is an answer that cannot be used. */
    private static URI address(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("not an address: " + url, e);
        }
    }

    private static String text(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            byte[] read = in.readNBytes(LONGEST + 1);
            if (read.length > LONGEST) {
                throw new IOException("a response of more than " + LONGEST + " bytes");
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }
}
