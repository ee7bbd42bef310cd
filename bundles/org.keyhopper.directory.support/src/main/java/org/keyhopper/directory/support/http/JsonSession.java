package org.keyhopper.directory.support.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.directory.support.json.JsonView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A signed-in conversation in JSON with a directory's service. Thread-safe. */
public final class JsonSession {

    private static final Logger LOG = LoggerFactory.getLogger(JsonSession.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Sender sender;
    private final UnaryOperator<ApiRequest> marks;
    private final Function<ApiResponse, Problem> errors;

    /**
     * @param sender one with a session
     * @param marks adds what every request carries
     * @param errors turns a response that is not 2xx into a problem
     */
    public JsonSession(Sender sender, UnaryOperator<ApiRequest> marks, Function<ApiResponse, Problem> errors) {
        this.sender = sender;
        this.marks = marks;
        this.errors = errors;
    }

    /** Fetches JSON. */
    public Answer<JsonView> get(URI address) {
        return json(ApiRequest.get(address));
    }

    /** Fetches a bare JSON array. */
    public Answer<List<JsonView>> items(URI address) {
        return response(ApiRequest.get(address)).flatMap(response -> JsonView.parse(response.body())
                .filter(JsonView::isArray)
                .map(array -> Answer.done(array.items()))
                .orElseGet(() -> Answer.failed(unreadable("HTTP " + response.status() + " without a JSON array"))));
    }

    /** Sends and reads JSON; every status but 2xx is a problem. */
    public Answer<JsonView> json(ApiRequest request) {
        return response(request).flatMap(response -> body(request, response));
    }

    /** Sends; every status but 2xx is a problem, and doubt about a request that is sent once is unclear. */
    public Answer<ApiResponse> response(ApiRequest request) {
        return exchange(request)
                .flatMap(response -> response.isSuccessful() ? Answer.done(response) : bad(request, response));
    }

    /** Sends and returns the response whatever its status. */
    public Answer<ApiResponse> exchange(ApiRequest request) {
        return exchange(request, TIMEOUT);
    }

    /** As {@link #exchange(ApiRequest)}, with its own timeout. */
    public Answer<ApiResponse> exchange(ApiRequest request, Duration timeout) {
        return sender.send(marks.apply(request).with("Accept", "application/json"), Deadline.in(timeout));
    }

    /** Sends; empty when it is not there (404), otherwise what {@code read} makes of a response that is 2xx. */
    public <T> Answer<Optional<T>> unlessMissing(
            ApiRequest request, BiFunction<ApiRequest, ApiResponse, Answer<T>> read) {
        return exchange(request).flatMap(response -> {
            if (response.status() == 404) {
                return Answer.done(Optional.empty());
            }
            return response.isSuccessful() ? read.apply(request, response).map(Optional::of) : bad(request, response);
        });
    }

    /** Deletes; false when there was nothing to delete. */
    public Answer<Boolean> delete(URI address) {
        ApiRequest request = ApiRequest.delete(address);
        return exchange(request).flatMap(response -> {
            if (response.isSuccessful() || response.status() == 404) {
                return Answer.done(response.isSuccessful());
            }
            return bad(request, response);
        });
    }

    /** Reads the body of a good response. */
    public Answer<JsonView> body(ApiRequest request, ApiResponse response) {
        return JsonView.parse(response.body())
                .filter(JsonView::isObject)
                .map(Answer::done)
                .orElseGet(() -> doubt(request, unreadable("HTTP " + response.status() + " without readable JSON")));
    }

    /** Returns what a response that is not 2xx comes to. */
    public <T> Answer<T> bad(ApiRequest request, ApiResponse response) {
        Problem problem = errors.apply(response);
        LOG.info("{}: {}", request, problem);
        return response.isInconclusive() ? doubt(request, problem) : Answer.failed(problem);
    }

    public static Problem unreadable(String detail) {
        return Problem.of(DirectoryProblem.UNREADABLE_ANSWER).withDetail(detail);
    }

    /** Returns an answer with "no permission" read as "not known", since what we may not read is no obstacle. */
    public static <T> Answer<Optional<T>> unlessForbidden(Answer<T> answer) {
        boolean forbidden = answer.failure()
                .filter(problem -> problem.is(DirectoryProblem.NOT_PERMITTED))
                .isPresent();
        return forbidden ? Answer.done(Optional.empty()) : answer.map(Optional::of);
    }

    /** Returns an answer with a plain 404 replaced by a problem that says what is missing. */
    public static <T> Answer<T> ifMissing(Answer<T> answer, Problem instead) {
        boolean missing = answer instanceof Answer.Failed<T>(Problem problem)
                && problem.is(DirectoryProblem.REFUSED)
                && problem.arguments().contains("404");
        return missing
                ? Answer.failed(
                        instead.withDetail(answer.failure().orElseThrow().detail()))
                : answer;
    }

    private static <T> Answer<T> doubt(ApiRequest request, Problem problem) {
        return request.effect() == Effect.NON_IDEMPOTENT ? Answer.unclear(problem) : Answer.failed(problem);
    }
}
