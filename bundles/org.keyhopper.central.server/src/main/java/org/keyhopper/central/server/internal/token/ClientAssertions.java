package org.keyhopper.central.server.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.Stations;
import org.keyhopper.central.storage.CentralStore;

/**
 * Verifies with what a station asks for a token: a JWT signed with its key (private_key_jwt, RFC 7523 section 3),
 * accepted once.
 */
public record ClientAssertions(Stations stations, CentralStore store, Clock clock) {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    /**
     * Returns the station.
     *
     * @param audience the URL of the token endpoint
     */
    public Station verify(String assertion, String audience, DpopProof proof) throws RefusedException {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Optional<Station> station = Optional.ofNullable(claims.getSubject()).flatMap(stations::find);
            require(station.isPresent(), "sub");
            require(station.get().id().equals(claims.getIssuer()), "iss");
            require(JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm()), "alg");
            ECKey key = ECKey.parse(station.get().publicKey());
            require(jwt.verify(new ECDSAVerifier(key)), "signature");
            require(claims.getAudience().contains(audience), "aud");
            require(station.get().keyThumbprint().equals(proof.thumbprint()), "jkt");
            useOnce(station.get(), claims);
            return station.get();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw refused("not an assertion");
        }
    }

    private void useOnce(Station station, JWTClaimsSet claims) throws RefusedException {
        require(claims.getExpirationTime() != null && claims.getJWTID() != null, "exp");
        Instant expires = claims.getExpirationTime().toInstant();
        Instant now = clock.instant();
        require(expires.isAfter(now) && expires.isBefore(now.plus(LONGEST_LIFE).plusSeconds(60)), "exp");
        String value = station.id() + ":" + claims.getJWTID();
        if (!store.write(in -> in.replays().use("client-assertion", value, expires))) {
            throw new RefusedException(Problem.of(CentralProblem.PROOF_REPLAYED));
        }
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
