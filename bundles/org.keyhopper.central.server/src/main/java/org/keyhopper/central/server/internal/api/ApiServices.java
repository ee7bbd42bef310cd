package org.keyhopper.central.server.internal.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.Central;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.records.RecordServices;
import org.keyhopper.central.server.internal.token.AccessTokens;
import org.keyhopper.central.server.internal.token.ClientAssertions;
import org.keyhopper.central.server.internal.token.DpopProof;
import org.keyhopper.central.server.internal.token.DpopProofs;
import org.keyhopper.central.server.internal.token.RefusedException;
import org.keyhopper.central.signin.SignIns;
import org.keyhopper.central.station.Station;

/**
 * What the resources work with.
 *
 * @param publicUrl without a slash at the end
 */
public record ApiServices(
        Central central,
        SignIns signIns,
        AccessTokens tokens,
        DpopProofs proofs,
        ClientAssertions assertions,
        RecordServices records,
        String publicUrl) {

    /** Returns the URL of this call as stations see it, without query. */
    String url(ContainerRequestContext request) {
        return publicUrl + request.getUriInfo().getRequestUri().getRawPath();
    }

    /** Verifies the DPoP proof of this call. */
    DpopProof proof(ContainerRequestContext request, Optional<String> token) throws RefusedException {
        DpopProof proof = proofs.verify(request.getHeaderString("DPoP"), request.getMethod(), url(request), token);
        Call.clockDifference(request, proof.difference());
        return proof;
    }

    /** Returns the key of the calling station, as a JWK; empty if it has none any more. */
    String stationKey(ContainerRequestContext request) {
        return central.stations()
                .find(Call.caller(request).holder())
                .map(Station::publicKey)
                .orElse("");
    }

    RefusedException refusal(CentralProblem code) {
        return RefusedException.of(Problem.of(code));
    }
}
