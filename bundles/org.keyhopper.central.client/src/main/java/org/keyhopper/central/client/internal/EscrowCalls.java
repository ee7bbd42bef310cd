package org.keyhopper.central.client.internal;

import com.google.gson.JsonObject;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.escrow.EscrowCertificate;
import org.keyhopper.escrow.PinSealer;

/** Puts sealed PINs into the escrow of Central. Any thread. */
final class EscrowCalls {

    /** Without a certificate, Central is not asked for one again so soon. */
    private static final Duration WITHOUT = Duration.ofMinutes(5);

    private final CentralHttp http;
    private final StationKey key;
    private final Function<HttpCall, Answer<HttpReply>> send;
    private final Confirmed confirmed;

    /** Null until they are fetched; an organisation that replaces a certificate restarts its Central. */
    private volatile Sealers sealers;

    /** That there is none; null while it is not known. */
    private volatile Problem none;

    private volatile Deadline noneUntil = Deadline.in(Duration.ZERO);

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
    private record Sealers(PinSealer escrow, Optional<PinSealer> forPickUp) {

        SealedCopies seal(Secret pin, String context) {
            return new SealedCopies(
                    text(escrow.seal(pin, context)), forPickUp.map(sealer -> text(sealer.seal(pin, context))));
        }

        private static String text(byte[] sealed) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        }
    }

    Answer<Boolean> keep(long claim, Secret pin) {
        return noted(sealed(claim, pin).flatMap(it -> keep(claim, it)));
    }

    private Answer<Boolean> keep(long claim, SealedCopies sealed) {
        JsonObject body = new JsonObject();
        sealed.addTo(body, "sealed");
        return send.apply(HttpCall.post("/api/v1/claims/" + claim + "/pin", body.toString()))
                .map(reply -> true);
    }

    /** Returns a PIN sealed for a claim. */
    Answer<SealedCopies> sealed(long claim, Secret pin) {
        Answer<Sealers> current = sealers == null ? fetched() : Answer.done(sealers);
        return current.map(it -> it.seal(pin, "claim:" + claim));
    }

    /** Notes how a call with a sealed PIN ended: after a failure, a certificate was perhaps replaced. */
    <T> Answer<T> noted(Answer<T> answer) {
        if (answer.failure().isPresent()) {
            sealers = null;
        }
        return answer;
    }

    private Answer<Sealers> fetched() {
        if (none != null && !noneUntil.hasPassed()) {
            return Answer.failed(none);
        }
        Answer<Certificates> answer = read();
        none = answer.failure().filter(EscrowCalls::isWithout).orElse(null);
        noneUntil = Deadline.in(WITHOUT);
        return answer.flatMap(certificates -> {
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
