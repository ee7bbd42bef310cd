package org.keyhopper.central.server.internal.api;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.http.BodyLimit;
import org.keyhopper.core.request.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a resource throws into a problem; a reply never holds a stack trace. */
final class Faults implements ExceptionMapper<Throwable> {

    private static final Logger LOGGER = LoggerFactory.getLogger(Faults.class);

    @Inject
    private Provider<ContainerRequestContext> request;

    @Override
    public Response toResponse(Throwable fault) {
        Call call = Call.of(request.get());
        if (fault instanceof BadCallException bad) {
            return ProblemReply.of(Problem.of(CentralProblem.BAD_CALL, bad.getMessage()), call);
        }
        if (fault instanceof ProblemException refused) {
            return ProblemReply.of(refused.problem(), call);
        }
        if (BodyLimit.isExceeded(fault)) {
            return ProblemReply.of(Problem.of(CentralProblem.TOO_LONG, Integer.toString(BodyLimit.BYTES)), call);
        }
        if (fault instanceof WebApplicationException http) {
            int status = http.getResponse().getStatus();
            return ProblemReply.ofStatus(status)
                    .map(problem -> ProblemReply.of(problem, status, call))
                    .orElseGet(() -> internal(fault, call));
        }
        if (fault instanceof UnsupportedCharsetException || fault instanceof IllegalCharsetNameException) {
            return ProblemReply.of(Problem.of(CentralProblem.BAD_CALL, "charset"), call);
        }
        if (fault instanceof StoreException) {
            LOGGER.error("call {} failed at the database", call.id(), fault);
            return ProblemReply.unclear(Problem.of(CentralProblem.INTERNAL_FAULT, call.id()), call);
        }
        return internal(fault, call);
    }

    private static Response internal(Throwable fault, Call call) {
        LOGGER.error("call {} failed", call.id(), fault);
        return ProblemReply.of(Problem.of(CentralProblem.INTERNAL_FAULT, call.id()), call);
    }
}
