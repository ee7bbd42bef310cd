package org.keyhopper.central.server.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;

/** Verifies DPoP proofs (RFC 9449 section 4.3): ES256 only, each accepted once by all instances. */
public record DpopProofs(CentralStore store, Clock clock) {

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    /** How far the clocks may differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final int LONGEST_ID = 100;

    /**
     * Verifies a proof.
     *
     * @param proof the value of the header {@code DPoP}; null is refused
     * @param url of the call, without query
     * @param accessToken with which it must be bound
     */
    public DpopProof verify(String proof, String method, String url, Optional<String> accessToken)
            throws RefusedException {
        if (proof == null) {
            throw notProven("no proof");
        }
        try {
            SignedJWT jwt = SignedJWT.parse(proof);
            ECKey key = key(jwt);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            require(jwt.verify(new ECDSAVerifier(key)), "signature");
            require(method.equals(claims.getStringClaim("htm")), "htm");
            require(url.equals(claims.getStringClaim("htu")), "htu");
            if (accessToken.isPresent()) {
                require(sha256(accessToken.get()).equals(claims.getStringClaim("ath")), "ath");
            }
            Instant issued = issued(claims);
            useOnce(key.computeThumbprint().toString(), claims.getJWTID(), issued);
            return new DpopProof(
                    key.computeThumbprint().toString(),
                    key.toPublicJWK().toJSONString(),
                    Duration.between(issued, clock.instant()).abs());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw notProven("not a proof");
        }
    }

    private static ECKey key(SignedJWT jwt) throws RefusedException {
        require(TYPE.equals(jwt.getHeader().getType()), "typ");
        require(JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm()), "alg");
        JWK key = jwt.getHeader().getJWK();
        require(key instanceof ECKey && !key.isPrivate(), "jwk");
        return (ECKey) key;
    }

    private Instant issued(JWTClaimsSet claims) throws RefusedException {
        require(claims.getIssueTime() != null, "iat");
        Instant issued = claims.getIssueTime().toInstant();
        Duration difference = Duration.between(issued, clock.instant()).abs();
        if (difference.compareTo(SKEW) > 0) {
            throw new RefusedException(Problem.of(CentralProblem.CLOCK_DIFFERS, Long.toString(difference.toSeconds())));
        }
        return issued;
    }

    private void useOnce(String thumbprint, String id, Instant issued) throws RefusedException {
        require(id != null && !id.isEmpty() && id.length() <= LONGEST_ID, "jti");
        Instant expires = issued.plus(SKEW).plus(SKEW);
        if (!store.write(in -> in.replays().use("dpop", thumbprint + ":" + id, expires))) {
            throw new RefusedException(Problem.of(CentralProblem.PROOF_REPLAYED));
        }
    }

    private static void require(boolean holds, String member) throws RefusedException {
        if (!holds) {
            throw notProven(member);
        }
    }

    private static RefusedException notProven(String member) {
        return new RefusedException(Problem.of(CentralProblem.KEY_NOT_PROVEN).withDetail(member));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
