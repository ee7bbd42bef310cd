package org.keyhopper.central.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: it keeps the cookies of Central and follows redirects one by one. */
final class TestBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    final Map<String, String> cookies = new LinkedHashMap<>();
    private final HttpClient client;
    private final String url;

    TestBrowser(String url) {
        this.url = url;
        client = TestClients.of(url);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url + path)));
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookie());
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.uri().toString().startsWith(url)) {
            response.headers().allValues("Set-Cookie").forEach(this::keep);
        }
        return response;
    }

    /** Opens a stream, which the caller closes. */
    HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Cookie", cookie())
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private String cookie() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Calls the API as a script of the page would. */
    HttpResponse<String> api(String method, String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf(get("/")))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private void keep(String header) {
        String pair = header.substring(0, header.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.body()));
    }

    /** Goes to the provider and back to the address of the callback, which is not called yet. */
    String callback(String account, String path) throws Exception {
        String authorization = location(get(path));
        return location(get(authorization + "&account=" + account));
    }

    HttpResponse<String> signIn(String account) throws Exception {
        return get(callback(account, "/sign-in"));
    }

    /** Returns the token in the form of a page. */
    static String csrf(HttpResponse<String> page) {
        Matcher found = CSRF.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError(page.body());
        }
        return found.group(1);
    }
}
