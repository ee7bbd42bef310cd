package org.keyhopper.directory.entra.internal;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.Effect;
import org.keyhopper.directory.support.http.Sender;
import org.keyhopper.directory.support.json.JsonView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A signed-in conversation with Graph. */
final class GraphSession {

    private static final Logger LOG = LoggerFactory.getLogger(GraphSession.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Sender sender;

    GraphSession(Sender sender) {
        this.sender = sender;
    }

    /** Fetches JSON. */
    Answer<JsonView> get(URI address) {
        return json(ApiRequest.get(address));
    }

    /** Sends and reads JSON; every status but 2xx is a problem. */
    Answer<JsonView> json(ApiRequest request) {
        return response(request).flatMap(response -> body(request, response));
    }

    /** Sends; every status but 2xx is a problem, and doubt about a request that is sent once is unclear. */
    Answer<ApiResponse> response(ApiRequest request) {
        return exchange(request)
                .flatMap(response -> response.isGood() ? Answer.done(response) : bad(request, response));
    }

    /** Sends and returns the response whatever its status. */
    Answer<ApiResponse> exchange(ApiRequest request) {
        ApiRequest marked = request.with("client-request-id", UUID.randomUUID().toString())
                .with("return-client-request-id", "true")
                .with("Accept", "application/json");
        return sender.send(marked, Deadline.in(PATIENCE));
    }

    Answer<JsonView> body(ApiRequest request, ApiResponse response) {
        return JsonView.parse(response.body())
                .filter(JsonView::isObject)
                .map(Answer::done)
                .orElseGet(() -> doubt(request, unreadable("HTTP " + response.status() + " without readable JSON")));
    }

    <T> Answer<T> bad(ApiRequest request, ApiResponse response) {
        Problem problem = EntraErrors.problem(response);
        LOG.info("{}: {}", request, problem);
        return response.leavesDoubt() ? doubt(request, problem) : Answer.failed(problem);
    }

    static Problem unreadable(String detail) {
        return Problem.of(DirectoryProblem.UNREADABLE_ANSWER).withDetail(detail);
    }

    private static <T> Answer<T> doubt(ApiRequest request, Problem problem) {
        return request.effect() == Effect.ONCE ? Answer.unclear(problem) : Answer.failed(problem);
    }
}
