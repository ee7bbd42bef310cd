package org.keyhopper.central.load;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A station with a connection of its own. One thread at a time. */
final class LoadStation {

    private static final Duration TOKEN_USE = Duration.ofMinutes(4);
    private static final long MAKES_MILLIS = 1000;
    private static final long SIGNS_MILLIS = 500;
    private static final int DONE = 300;

    private final HttpClient client;
    private final String address;
    private final String publicUrl;
    private final Latencies latencies;
    private final SigningKey key = new SigningKey();
    private String id;
    private String token;
    private Instant signedIn = Instant.MIN;

    /**
     * Creates a station.
     *
     * @param address to connect to
     * @param publicUrl of Central, which proofs name
     */
    LoadStation(HttpClient client, String address, String publicUrl, Latencies latencies)
            throws GeneralSecurityException {
        this.client = client;
        this.address = address;
        this.publicUrl = publicUrl;
        this.latencies = latencies;
    }

    void join(String code) throws IOException, GeneralSecurityException, InterruptedException {
        id = call("join", "/api/v1/stations", "application/json", "{\"code\":\"" + code + "\"}")
                .get("station")
                .getAsString();
        signIn();
    }

    private void signIn() throws IOException, GeneralSecurityException, InterruptedException {
        token = null;
        long now = Instant.now().getEpochSecond();
        String assertion = key.jwt(
                "{\"alg\":\"ES256\"}",
                "{\"iss\":\"" + id + "\",\"sub\":\"" + id + "\",\"aud\":\"" + publicUrl + "/api/v1/token\",\"jti\":\""
                        + UUID.randomUUID() + "\",\"iat\":" + now + ",\"exp\":" + (now + 60) + "}");
        String form = "grant_type=client_credentials&client_assertion_type="
                + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=" + assertion;
        token = call("token", "/api/v1/token", "application/x-www-form-urlencoded", form)
                .get("access_token")
                .getAsString();
        signedIn = Instant.now();
    }

    /** Provisions the next recipient, with the time that a device takes. */
    void enrol(String request) throws IOException, GeneralSecurityException, InterruptedException {
        if (signedIn.plus(TOKEN_USE).isBefore(Instant.now())) {
            signIn();
        }
        JsonObject claimed = json("claim", "/api/v1/requests/" + request + "/claims", "{}");
        if (!claimed.has("claim")) {
            throw new IOException("no one is left to be provisioned");
        }
        String claim = "/api/v1/claims/" + claimed.get("claim").getAsLong();
        LoadDevice device = new LoadDevice();
        JsonObject begun = json("begin", claim + "/enrolment", LoadDevice.report());
        Thread.sleep(MAKES_MILLIS);
        json("registration", claim + "/registration", device.registration(begun));
        Thread.sleep(SIGNS_MILLIS);
        JsonObject proved = json("proof", claim + "/proof", device.proof(begun));
        if (!"PROVISIONED".equals(proved.get("outcome").getAsString())) {
            throw new IOException("not provisioned: " + proved);
        }
    }

    private JsonObject json(String name, String path, String body)
            throws IOException, GeneralSecurityException, InterruptedException {
        return call(name, path, "application/json", body);
    }

    private JsonObject call(String name, String path, String type, String body)
            throws IOException, GeneralSecurityException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("DPoP", proof(path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "DPoP " + token);
        }
        long began = System.nanoTime();
        HttpResponse<String> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        latencies.add(name, System.nanoTime() - began);
        if (reply.statusCode() >= DONE) {
            throw new IOException(name + ": " + reply.statusCode() + " " + reply.body());
        }
        return reply.body().isEmpty()
                ? new JsonObject()
                : JsonParser.parseString(reply.body()).getAsJsonObject();
    }

    private String proof(String path) throws GeneralSecurityException {
        String hash = token == null
                ? ""
                : ",\"ath\":\"" + SigningKey.text(SigningKey.sha256(token.getBytes(StandardCharsets.US_ASCII))) + "\"";
        return key.jwt(
                "{\"alg\":\"ES256\",\"typ\":\"dpop+jwt\",\"jwk\":" + key.jwk() + "}",
                "{\"jti\":\"" + UUID.randomUUID() + "\",\"htm\":\"POST\",\"htu\":\"" + publicUrl + path + "\",\"iat\":"
                        + Instant.now().getEpochSecond() + hash + "}");
    }
}
