package org.keyhopper.central.client.internal;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
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

    /** Null until it is fetched; an organisation that replaces it restarts its Central. */
    private volatile PinSealer seal;

    EscrowCalls(CentralHttp http, StationKey key, Function<HttpCall, Answer<HttpReply>> send) {
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
        return send.apply(HttpCall.get("/api/v1/escrow-certificate")).flatMap(reply -> {
            try {
                byte[] der = Base64.getDecoder().decode(Members.text(reply.json(), "certificate"));
                X509Certificate certificate = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
                Optional<Problem> fault = EscrowCertificate.faultOf(certificate, Instant.now());
                if (fault.isPresent()) {
                    return Answer.failed(fault.get());
                }
                seal = new PinSealer(List.of(certificate), key.pair());
                return Answer.done(seal);
            } catch (BadReplyException | CertificateException | IllegalArgumentException e) {
                return bad(e.toString());
            }
        });
    }

    private <T> Answer<T> bad(String detail) {
        return Answer.failed(http.problem(CentralConnectionProblem.BAD_ANSWER, detail));
    }

    Answer<Boolean> confirm(long claim) {
        return send.apply(HttpCall.post("/api/v1/claims/" + claim + "/pin/confirmation", "{}"))
                .map(reply -> true);
    }
}
