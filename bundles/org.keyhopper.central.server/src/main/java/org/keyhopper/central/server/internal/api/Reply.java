package org.keyhopper.central.server.internal.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;

/** Replies to calls. */
final class Reply {

    private Reply() {}

    /** Replies with what is done, or with the problem. */
    static <T> Response of(ContainerRequestContext context, Answer<T> answer, Function<T, Response> done) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> done.apply(value);
            case Answer.Failed<T>(Problem problem) -> ProblemReply.of(problem, Call.of(context));
            case Answer.Unclear<T>(Problem problem) -> ProblemReply.unclear(problem, Call.of(context));
        };
    }

    static Response json(Object body) {
        return Response.ok(Json.write(body)).build();
    }

    /** Replies with something that can be changed. */
    static Response versioned(Object body, long version) {
        return Response.ok(Json.write(body)).tag(tag(version)).build();
    }

    static Response created(Object body, long version) {
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(body))
                .tag(tag(version))
                .build();
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
