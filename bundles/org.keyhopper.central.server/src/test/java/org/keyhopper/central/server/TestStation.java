package org.keyhopper.central.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A station that speaks HTTP by hand, so that a test can send what an honest one would not. */
final class TestStation {

    /** What came back. */
    record Reply(int status, JsonObject body, HttpResponse<String> response) {

        /** Returns the code of a problem. */
        String code() {
            return body.get("code").getAsString();
        }
    }

    final ECKey key;
    final String url;
    String id;
    String token;

    private final HttpClient client;

    TestStation(String url) throws JOSEException {
        this.url = url;
        client = TestClients.of(url);
        key = new ECKeyGenerator(Curve.P_256).generate();
    }

    /** Returns claims of a DPoP proof for a POST. */
    JWTClaimsSet.Builder claims(String path) throws Exception {
        return claims("POST", path);
    }

    JWTClaimsSet.Builder claims(String method, String path) throws Exception {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", url + path)
                .issueTime(Date.from(Instant.now()));
        if (token != null) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            claims.claim("ath", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        }
        return claims;
    }

    String proof(JWTClaimsSet claims) throws Exception {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                claims);
    }

    String signed(JWSHeader header, JWTClaimsSet claims) throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    Reply post(String path, String body) throws Exception {
        return post(path, body, proof(claims(path).build()), request -> request);
    }

    Reply post(String path, String body, String proof, UnaryOperator<HttpRequest.Builder> more) throws Exception {
        boolean isForm = !body.startsWith("{");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", isForm ? "application/x-www-form-urlencoded" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (proof != null) {
            request.header("DPoP", proof);
        }
        if (token != null) {
            request.header("Authorization", "DPoP " + token);
        }
        return send(more.apply(request).build());
    }

    Reply call(String method, String path, String body) throws Exception {
        return call(method, path, body, proof(claims(method, path).build()));
    }

    /** Replaces what is there, in the version that it has. */
    Reply put(String path, String body) throws Exception {
        String version =
                call("GET", path, "").response().headers().firstValue("ETag").orElseThrow();
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(url + path))
                .header("DPoP", proof(claims("PUT", path).build()))
                .header("Authorization", "DPoP " + token)
                .header("If-Match", version)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        return send(call.build());
    }

    /** Makes any call, with a key and a version, which some need. */
    Reply call(String method, String path, String body, String proof) throws Exception {
        boolean hasBody = "POST".equals(method) || "PUT".equals(method);
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(url + path))
                .header("DPoP", proof)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"99\"")
                .method(
                        method,
                        hasBody ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody());
        if (hasBody) {
            call.header("Content-Type", "application/json");
        }
        if (token != null) {
            call.header("Authorization", "DPoP " + token);
        }
        return send(call.build());
    }

    Reply send(HttpRequest request) throws Exception {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        JsonObject body = response.body().isEmpty()
                ? new JsonObject()
                : JsonParser.parseString(response.body()).getAsJsonObject();
        return new Reply(response.statusCode(), body, response);
    }

    Reply join(String code) throws Exception {
        Reply reply = post("/api/v1/stations", "{\"code\":\"" + code + "\"}");
        if (reply.status() == 201) {
            id = reply.body().get("station").getAsString();
        }
        return reply;
    }

    Reply signIn() throws Exception {
        return signIn(assertion().build());
    }

    JWTClaimsSet.Builder assertion() {
        return new JWTClaimsSet.Builder()
                .issuer(id)
                .subject(id)
                .audience(url + "/api/v1/token")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    Reply signIn(JWTClaimsSet assertion) throws Exception {
        token = null;
        String jwt = signed(new JWSHeader(JWSAlgorithm.ES256), assertion);
        String form = "grant_type=client_credentials&client_assertion_type="
                + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&client_assertion=" + jwt;
        Reply reply = post("/api/v1/token", form);
        if (reply.status() == 200) {
            token = reply.body().get("access_token").getAsString();
        }
        return reply;
    }

    /** Asks for a token with further parameters. */
    Reply token(Map<String, String> parameters) throws Exception {
        String before = token;
        token = null;
        StringBuilder form = new StringBuilder("client_assertion_type="
                + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&client_assertion="
                + signed(new JWSHeader(JWSAlgorithm.ES256), assertion().build()));
        parameters.forEach((name, value) ->
                form.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        Reply reply = post("/api/v1/token", form.toString());
        token = before;
        return reply;
    }

    Reply claim(String request, String idempotencyKey) throws Exception {
        String path = "/api/v1/requests/" + request + "/claims";
        return post(path, "{}", proof(claims(path).build()), it -> it.header("Idempotency-Key", idempotencyKey));
    }
}
