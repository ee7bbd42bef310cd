package org.keyhopper.central.client.internal;

import com.google.gson.JsonObject;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Base64;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.CentralConnectionProblem;

/** Puts sealed PINs into the escrow of Central. Any thread. */
final class EscrowCalls {

    private final CentralHttp http;
    private final StationKey key;
    private final Function<HttpCall, Answer<HttpReply>> send;

    /** Null until it is fetched; an organisation that replaces it restarts its Central. */
    private volatile PinSeal seal;

    EscrowCalls(CentralHttp http, StationKey key, Function<HttpCall, Answer<HttpReply>> send) {
        this.http = http;
        this.key = key;
        this.send = send;
    }

    Answer<Boolean> keep(long claim, Secret pin) {
        Answer<PinSeal> current = seal == null ? fetched() : Answer.done(seal);
        Answer<Boolean> answer = current.flatMap(it -> keep(it, claim, pin));
        if (answer.failure().isPresent()) {
            // Perhaps it was replaced.
            seal = null;
        }
        return answer;
    }

    private Answer<Boolean> keep(PinSeal current, long claim, Secret pin) {
        JsonObject body = new JsonObject();
        try {
            byte[] sealed = current.seal(pin, claim, key);
            body.addProperty("sealed", Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            return bad(e.toString());
        }
        return send.apply(HttpCall.post("/api/v1/claims/" + claim + "/pin", body.toString()))
                .map(reply -> true);
    }

    private Answer<PinSeal> fetched() {
        return send.apply(HttpCall.get("/api/v1/escrow-certificate")).flatMap(reply -> {
            try {
                byte[] der = Base64.getDecoder().decode(Members.text(reply.json(), "certificate"));
                seal = PinSeal.of(der);
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
