package org.keyhopper.central.client.internal;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
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

    private final CentralHttp http;
    private final StationKey key;
    private final Function<HttpCall, Answer<HttpReply>> send;
    private final Optional<String> confirmed;

    /** Without a certificate, Central is not asked for one again so soon. */
    private static final Duration WITHOUT = Duration.ofMinutes(5);

    /** Null until it is fetched; an organisation that replaces it restarts its Central. */
    private volatile PinSealer seal;

    /** That there is none; null while it is not known. */
    private volatile Problem none;

    private volatile Deadline noneUntil = Deadline.in(Duration.ZERO);

    /** @param confirmed the fingerprint of the only certificate to which a PIN is sealed; empty if none was confirmed */
    EscrowCalls(
            CentralHttp http, StationKey key, Function<HttpCall, Answer<HttpReply>> send, Optional<String> confirmed) {
        this.confirmed = confirmed;
        this.http = http;
        this.key = key;
        this.send = send;
    }

    Answer<Boolean> keep(long claim, Secret pin) {
        return noted(sealed(claim, pin).flatMap(it -> keep(claim, it)));
    }

    private Answer<Boolean> keep(long claim, String sealed) {
        JsonObject body = new JsonObject();
        body.addProperty("sealed", sealed);
        return send.apply(HttpCall.post("/api/v1/claims/" + claim + "/pin", body.toString()))
                .map(reply -> true);
    }

    /** Returns a PIN sealed for a claim, base64url. */
    Answer<String> sealed(long claim, Secret pin) {
        Answer<PinSealer> current = seal == null ? fetched() : Answer.done(seal);
        return current.map(
                it -> Base64.getUrlEncoder().withoutPadding().encodeToString(it.seal(pin, "claim:" + claim)));
    }

    /** Notes how a call with a sealed PIN ended: after a failure, the certificate was perhaps replaced. */
    <T> Answer<T> noted(Answer<T> answer) {
        if (answer.failure().isPresent()) {
            seal = null;
        }
        return answer;
    }

    private Answer<PinSealer> fetched() {
        if (none != null && !noneUntil.hasPassed()) {
            return Answer.failed(none);
        }
        Answer<X509Certificate> answer = certificate();
        none = answer.failure().filter(EscrowCalls::isWithout).orElse(null);
        noneUntil = Deadline.in(WITHOUT);
        return answer.flatMap(certificate -> {
            String fingerprint = fingerprint(certificate);
            if (!confirmed.equals(Optional.of(fingerprint))) {
                return Answer.failed(Problem.of(CentralConnectionProblem.ESCROW_DIFFERS, fingerprint));
            }
            Optional<Problem> fault = EscrowCertificate.faultOf(certificate, Instant.now());
            if (fault.isPresent()) {
                return Answer.failed(fault.get());
            }
            seal = new PinSealer(List.of(certificate), key.pair());
            return Answer.done(seal);
        });
    }

    private Answer<X509Certificate> certificate() {
        return send.apply(HttpCall.get("/api/v1/escrow-certificate")).flatMap(reply -> {
            try {
                byte[] der = Base64.getDecoder().decode(Members.text(reply.json(), "certificate"));
                return Answer.done((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
            } catch (BadReplyException | CertificateException | IllegalArgumentException e) {
                return bad(e.toString());
            }
        });
    }

    /** Returns the SHA-256 fingerprint of Central's certificate; empty if it has none. */
    Answer<Optional<String>> fingerprint() {
        Answer<X509Certificate> answer = certificate();
        return answer.failure().filter(EscrowCalls::isWithout).isPresent()
                ? Answer.done(Optional.empty())
                : answer.map(it -> Optional.of(fingerprint(it)));
    }

    private static boolean isWithout(Problem problem) {
        return problem.code().id().equals("central.no-escrow");
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (CertificateException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("it was read from its encoding, and every Java platform has SHA-256", e);
        }
    }

    private <T> Answer<T> bad(String detail) {
        return Answer.failed(http.problem(CentralConnectionProblem.BAD_ANSWER, detail));
    }

    Answer<Boolean> confirm(long claim) {
        return send.apply(HttpCall.post("/api/v1/claims/" + claim + "/pin/confirmation", "{}"))
                .map(reply -> true);
    }
}
