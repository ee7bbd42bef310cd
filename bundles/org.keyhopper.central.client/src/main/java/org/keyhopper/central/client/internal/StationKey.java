package org.keyhopper.central.client.internal;

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
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.settings.Secret;

/** The P-256 key of a station, which signs client assertions and DPoP proofs. */
record StationKey(ECKey key) {

    private static final JOSEObjectType DPOP = new JOSEObjectType("dpop+jwt");
    private static final int ASSERTION_SECONDS = 60;

    static StationKey fresh() {
        try {
            return new StationKey(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** Reads what {@link #write} wrote. */
    static StationKey read(Secret stored) {
        try {
            return new StationKey(ECKey.parse(new String(stored.toChars())));
        } catch (ParseException e) {
            // Without the cause, whose message may quote the key.
            throw new IllegalStateException("the stored key of the station cannot be read");
        }
    }

    /** Returns the private key as a JWK. */
    Secret write() {
        return Secret.of(key.toJSONString());
    }

    /** Returns the key pair for signatures that are no JWT. */
    KeyPair pair() {
        try {
            return key.toKeyPair();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** Returns a DPoP proof (RFC 9449 section 4.2). */
    String proof(String method, String url, Instant now, Optional<String> token, Optional<String> nonce) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", url)
                .issueTime(Date.from(now));
        token.ifPresent(it -> claims.claim("ath", sha256(it)));
        nonce.ifPresent(it -> claims.claim("nonce", it));
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(DPOP)
                        .jwk(key.toPublicJWK())
                        .build(),
                claims.build());
    }

    /** Returns a client assertion (RFC 7523 section 3). */
    String assertion(String station, String audience, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(station)
                .subject(station)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(now.plusSeconds(ASSERTION_SECONDS)))
                .build();
        return signed(new JWSHeader(JWSAlgorithm.ES256), claims);
    }

    private String signed(JWSHeader header, JWTClaimsSet claims) {
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the key of the station does not sign", e);
        }
        return jwt.serialize();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "key of the station";
    }
}
