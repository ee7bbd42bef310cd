package org.keyhopper.central.client.internal;

import com.google.gson.JsonObject;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.escrow.EscrowCertificate;
import org.keyhopper.escrow.PinSealer;

/** Puts sealed PINs into the escrow of Central. Any thread. */
final class EscrowCalls {

    private final CentralHttp http;
    private final StationKey key;
    private final Function<HttpCall, Answer<HttpReply>> send;
    private final Confirmed confirmed;

    /** Null until they are fetched; an organisation that replaces a certificate restarts its Central. */
    private volatile Sealers sealers;

    /** @param confirmed the fingerprints of the only certificates to which a PIN is sealed */
    EscrowCalls(CentralHttp http, StationKey key, Function<HttpCall, Answer<HttpReply>> send, Confirmed confirmed) {
        this.confirmed = confirmed;
        this.http = http;
        this.key = key;
        this.send = send;
    }

    /**
     * What seals.
     *
     * @param forPickUp the copy that people pick up; empty where they do not, or where that certificate was not confirmed
     */
    private record Sealers(PinSealer escrow, Optional<PinSealer> forPickUp) {}

    Answer<Boolean> keep(long claim, Secret pin) {
        Answer<Sealers> current = sealers == null ? fetched() : Answer.done(sealers);
        Answer<Boolean> answer = current.flatMap(it -> keep(it, claim, pin));
        if (answer.failure().isPresent()) {
            // Perhaps one was replaced.
            sealers = null;
        }
        return answer;
    }

    private Answer<Boolean> keep(Sealers current, long claim, Secret pin) {
        JsonObject body = new JsonObject();
        String context = "claim:" + claim;
        body.addProperty("sealed", text(current.escrow().seal(pin, context)));
        current.forPickUp().ifPresent(it -> body.addProperty("forPickUp", text(it.seal(pin, context))));
        return send.apply(HttpCall.post("/api/v1/claims/" + claim + "/pin", body.toString()))
                .map(reply -> true);
    }

    private static String text(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private Answer<Sealers> fetched() {
        return read().flatMap(certificates -> {
            X509Certificate escrow = certificates.escrow().orElseThrow();
            if (!confirmed.escrow().equals(certificates.escrowFingerprint())) {
                return Answer.failed(
                        Problem.of(CentralConnectionProblem.ESCROW_DIFFERS, Certificates.fingerprint(escrow)));
            }
            Optional<Problem> fault = EscrowCertificate.faultOf(escrow, Instant.now());
            if (fault.isPresent()) {
                return Answer.failed(fault.get());
            }
            sealers = new Sealers(sealer(escrow), forPickUp(certificates).map(this::sealer));
            return Answer.done(sealers);
        });
    }

    /** Without it the PIN is in escrow all the same. */
    private Optional<X509Certificate> forPickUp(Certificates certificates) {
        return certificates
                .pickUp()
                .filter(it -> confirmed.pickUp().equals(certificates.pickUpFingerprint()))
                .filter(it -> EscrowCertificate.faultOf(it, Instant.now()).isEmpty());
    }

    private PinSealer sealer(X509Certificate certificate) {
        return new PinSealer(List.of(certificate), key.pair());
    }

    /** Returns the certificates; none if Central keeps no PINs. */
    Answer<Certificates> certificates() {
        Answer<Certificates> answer = read();
        return answer.failure().filter(EscrowCalls::isWithout).isPresent() ? Answer.done(Certificates.NONE) : answer;
    }

    private Answer<Certificates> read() {
        return send.apply(HttpCall.get("/api/v1/escrow-certificate")).flatMap(reply -> {
            try {
                return Answer.done(Certificates.read(reply.json()));
            } catch (BadReplyException e) {
                return Answer.failed(http.problem(CentralConnectionProblem.BAD_ANSWER, e.getMessage()));
            }
        });
    }

    private static boolean isWithout(Problem problem) {
        return problem.code().id().equals("central.no-escrow");
    }

    Answer<Boolean> confirm(long claim) {
        return send.apply(HttpCall.post("/api/v1/claims/" + claim + "/pin/confirmation", "{}"))
                .map(reply -> true);
    }
}
