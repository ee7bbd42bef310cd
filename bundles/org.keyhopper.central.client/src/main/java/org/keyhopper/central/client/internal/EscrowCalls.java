package org.keyhopper.central.client.internal;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
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
    private final Optional<String> confirmed;

    /** Null until it is fetched; an organisation that replaces it restarts its Central. */
    private volatile PinSealer seal;

    /** @param confirmed the fingerprint of the only certificate to which a PIN is sealed; empty if none was confirmed */
    EscrowCalls(
            CentralHttp http, StationKey key, Function<HttpCall, Answer<HttpReply>> send, Optional<String> confirmed) {
        this.confirmed = confirmed;
        this.http = http;
        this.key = key;
        this.send = send;
    }

    Answer<Boolean> keep(long claim, Secret pin) {
        Answer<PinSealer> current = seal == null ? fetched() : Answer.done(seal);
        Answer<Boolean> answer = current.flatMap(it -> keep(it, claim, pin));
        if (answer.failure().isPresent()) {
            // Perhaps it was replaced.
            seal = null;
        }
        return answer;
    }

    private Answer<Boolean> keep(PinSealer current, long claim, Secret pin) {
        JsonObject body = new JsonObject();
        byte[] sealed = current.seal(pin, "claim:" + claim);
        body.addProperty("sealed", Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        return send.apply(HttpCall.post("/api/v1/claims/" + claim + "/pin", body.toString()))
                .map(reply -> true);
    }

    private Answer<PinSealer> fetched() {
        return certificate().flatMap(certificate -> {
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
