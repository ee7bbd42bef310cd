package org.keyhopper.central.server.internal.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.texts.Explanation;
import org.keyhopper.texts.ProblemTexts;

/** Problems as {@code application/problem+json} (RFC 9457), with the code of the problem and the id of the call. */
public final class ProblemReply {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final int REFUSED = 422;
    private static final int UNCLEAR = 503;

    private static final Map<String, Integer> STATUS = Map.ofEntries(
            entry(CentralProblem.NOT_SIGNED_IN, 401),
            entry(CentralProblem.TOKEN_EXPIRED, 401),
            entry(CentralProblem.KEY_NOT_PROVEN, 401),
            entry(CentralProblem.PROOF_REPLAYED, 401),
            entry(CentralProblem.CLOCK_DIFFERS, 401),
            entry(CentralProblem.CODE_NOT_VALID, 403),
            entry(CentralProblem.NOT_PERMITTED, 403),
            entry(CentralProblem.NO_SUCH_REQUEST, 404),
            entry(CentralProblem.NO_SUCH_CLAIM, 404),
            entry(CentralProblem.NO_SUCH_PASSKEY, 404),
            entry(CentralProblem.NO_SUCH_PIN, 404),
            entry(CentralProblem.PIN_RELEASED, 409),
            entry(CentralProblem.NO_PICK_UP, 404),
            entry(CentralProblem.PICK_UP_UNKNOWN, 404),
            entry(CentralProblem.PICK_UP_EXPIRED, 410),
            entry(CentralProblem.PICK_UP_REPLACED, 410),
            entry(CentralProblem.PICK_UP_DONE, 410),
            entry(CentralProblem.PICK_UP_ENDED, 410),
            entry(CentralProblem.PICK_UP_SHOWN, 409),
            entry(CentralProblem.PICK_UP_OTHER_PERSON, 403),
            entry(CentralProblem.PICK_UP_NO_FACTOR, 403),
            entry(CentralProblem.PICK_UP_NOT_FRESH, 403),
            entry(CentralProblem.PICK_UP_SIGNED_OUT, 403),
            entry(CentralProblem.NO_ESCROW, 404),
            entry(CentralProblem.NOT_FOUND, 404),
            entry(CentralProblem.CLAIM_LOST, 409),
            entry(CentralProblem.NOT_UNCLEAR, 409),
            entry(CentralProblem.PERSON_IN_WORK, 409),
            entry(CentralProblem.LICENCE_MISSING, 403),
            entry(CentralProblem.LICENCE_INVALID, 403),
            entry(CentralProblem.LICENCE_EXPIRED, 403),
            entry(CentralProblem.LICENCE_USED_UP, 403),
            entry(CentralProblem.TOO_MANY_CLAIMS, 409),
            entry(CentralProblem.OUT_OF_ORDER, 409),
            entry(CentralProblem.IN_PROGRESS, 409),
            entry(CentralProblem.OTHER_CREDENTIAL, 409),
            entry(CentralProblem.NO_SUCH_THING, 404),
            entry(CentralProblem.ALREADY_EXISTS, 409),
            entry(CentralProblem.APPROVAL_NEEDED, 409),
            entry(CentralProblem.CONFIRMATION_REQUIRED, 409),
            entry(CentralProblem.REQUEST_IN_USE, 409),
            entry(CentralProblem.OWN_REQUEST, 403),
            entry(CentralProblem.SIGN_IN_REFUSED, 403),
            entry(CentralProblem.SIGN_IN_FAILED, 401),
            entry(CentralProblem.FORGERY_SUSPECTED, 403),
            entry(CentralProblem.VERSION_DIFFERS, 412),
            entry(CentralProblem.VERSION_MISSING, 428),
            entry(CentralProblem.TOO_LONG, 413),
            entry(CentralProblem.TOO_MANY_CALLS, 429),
            entry(CentralProblem.IDEMPOTENCY_KEY_MISSING, 400),
            entry(CentralProblem.BAD_CALL, 400),
            entry(CentralProblem.INTERNAL_FAULT, 500));

    private ProblemReply() {}

    private static Map.Entry<String, Integer> entry(CentralProblem code, int status) {
        return Map.entry(code.id(), status);
    }

    /** Returns the status of the reply to a call that changed nothing. */
    public static int status(Problem problem) {
        return STATUS.getOrDefault(problem.code().id(), REFUSED);
    }

    /** Returns the reply to a call that changed nothing. */
    static Response of(Problem problem, Call call) {
        return of(problem, status(problem), call);
    }

    /** Returns the reply to a call whose effect is not known yet, and which has to be repeated. */
    static Response unclear(Problem problem, Call call) {
        return of(problem, UNCLEAR, call);
    }

    /** Returns the reply with the status of HTTP itself, such as 405. */
    static Response of(Problem problem, int status, Call call) {
        JsonObject body = json(problem, call.locale());
        body.addProperty("status", status);
        body.addProperty("instance", "urn:uuid:" + call.id());
        Response.ResponseBuilder reply =
                Response.status(status).type(MEDIA_TYPE).entity(body.toString());
        if (status == UNCLEAR || problem.is(CentralProblem.IN_PROGRESS)) {
            reply.header("Retry-After", "2");
        }
        if (problem.is(CentralProblem.TOO_MANY_CALLS)) {
            reply.header("Retry-After", problem.arguments().getFirst());
        }
        if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
            reply.header("WWW-Authenticate", "DPoP algs=\"ES256\"");
        }
        return reply.build();
    }

    /** Returns a problem as a member of a reply. The technical detail stays in the log. */
    static JsonObject json(Problem problem, Locale locale) {
        Explanation explanation = ProblemTexts.in(locale).explain(problem);
        JsonObject object = new JsonObject();
        object.addProperty("type", "urn:keyhopper:problem:" + problem.code().id());
        object.addProperty("code", problem.code().id());
        object.addProperty("title", explanation.title());
        object.addProperty("detail", explanation.cause() + " " + explanation.action());
        JsonArray arguments = new JsonArray();
        List<String> values = problem.arguments();
        values.forEach(arguments::add);
        object.add("arguments", arguments);
        return object;
    }

    static Optional<Problem> ofStatus(int status) {
        ProblemCode code = status == Response.Status.NOT_FOUND.getStatusCode()
                        || status == Response.Status.METHOD_NOT_ALLOWED.getStatusCode()
                ? CentralProblem.NOT_FOUND
                : CentralProblem.BAD_CALL;
        return status < Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()
                ? Optional.of(Problem.of(code, "HTTP " + status))
                : Optional.empty();
    }
}
