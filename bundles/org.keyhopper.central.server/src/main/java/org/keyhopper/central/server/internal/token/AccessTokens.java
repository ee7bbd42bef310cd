package org.keyhopper.central.server.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.SigningKey;
import org.keyhopper.central.station.Station;
import org.keyhopper.store.CentralDatabase;

/** Central's access tokens: JWTs (RFC 9068) bound to the key of their holder ({@code cnf.jkt}, RFC 9449 section 6). */
public final class AccessTokens {

    /** How long a token is valid. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final ECKey key;
    private final String issuer;
    private final Clock clock;

    /**
     * Loads the key.
     *
     * @param issuer the public URL, which is the audience as well
     */
    public AccessTokens(CentralDatabase database, String issuer, Clock clock) {
        this.key = SigningKey.of(database, "token-key");
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Issues a token to a station. */
    public String issue(Station station) {
        return issue(station, station.id());
    }

    /** Issues a token to a station for an operator who signed in at it. */
    public String issueFor(String operator, Station station) {
        return issue(station, operator);
    }

    private String issue(Station station, String subject) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(issuer)
                .subject(subject)
                .claim("client_id", station.id())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("cnf", Map.of("jkt", station.keyThumbprint()))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The access token could not be signed.", e);
        }
        return jwt.serialize();
    }

    /** Verifies a token that came with this proof. */
    public TokenSubject verify(String token, DpopProof proof) throws RefusedException {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            require(TYPE.equals(jwt.getHeader().getType()), "typ");
            require(JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm()), "alg");
            require(jwt.verify(new ECDSAVerifier(key.toECPublicKey())), "signature");
            require(issuer.equals(claims.getIssuer()), "iss");
            require(List.of(issuer).equals(claims.getAudience()), "aud");
            Map<String, Object> confirmation = claims.getJSONObjectClaim("cnf");
            if (confirmation == null || !proof.thumbprint().equals(confirmation.get("jkt"))) {
                throw new RefusedException(
                        Problem.of(CentralProblem.KEY_NOT_PROVEN).withDetail("jkt"));
            }
            require(claims.getExpirationTime() != null && claims.getSubject() != null, "exp");
            if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
                throw new RefusedException(Problem.of(CentralProblem.TOKEN_EXPIRED));
            }
            return subject(claims);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw refused("not a token");
        }
    }

    private static TokenSubject subject(JWTClaimsSet claims) throws ParseException, RefusedException {
        String station = claims.getStringClaim("client_id");
        require(station != null, "client_id");
        String subject = claims.getSubject();
        return new TokenSubject(station, Optional.of(subject).filter(it -> !it.equals(station)));
    }

    private static void require(boolean holds, String member) throws RefusedException {
        if (!holds) {
            throw refused(member);
        }
    }

    private static RefusedException refused(String member) {
        return new RefusedException(Problem.of(CentralProblem.NOT_SIGNED_IN).withDetail(member));
    }
}
