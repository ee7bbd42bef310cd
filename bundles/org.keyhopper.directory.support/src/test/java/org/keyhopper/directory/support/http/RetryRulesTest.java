package org.keyhopper.directory.support.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.network.NetworkProblem;

class RetryRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final URI ADDRESS = URI.create("https://graph.example/x");
    private static final ApiRequest REPEATABLE = ApiRequest.get(ADDRESS);
    private static final ApiRequest ONCE = ApiRequest.post(ADDRESS, "{}", Effect.NON_IDEMPOTENT);

    private final RetryRules rules = new RetryRules(Clock.fixed(NOW, ZoneOffset.UTC), () -> 0.5);

    private static Answer<ApiResponse> response(int status, Map<String, String> headers) {
        return Answer.done(new ApiResponse(status, headers, new byte[0]));
    }

    private Optional<Duration> pause(ApiRequest request, Answer<ApiResponse> answer, int tries) {
        return rules.pauseAfter(request, answer, tries).map(Pause::time);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 400, 401, 403, 404, 405, 409, 501})
    void anAnswerStands(int status) {
        assertEquals(Optional.empty(), pause(REPEATABLE, response(status, Map.of()), 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void troubleOfTheServerIsTriedAgainOnlyWhenRepeatable(int status) {
        assertTrue(pause(REPEATABLE, response(status, Map.of()), 1).isPresent());
        assertEquals(Optional.empty(), pause(ONCE, response(status, Map.of("retry-after", "1")), 1));
    }

    @Test
    void throttlingIsTriedAgainInAnyCase() {
        assertTrue(pause(ONCE, response(429, Map.of()), 1).isPresent());
        assertTrue(pause(REPEATABLE, response(429, Map.of()), 1).isPresent());
    }

    @ParameterizedTest
    @EnumSource(names = {"PROXY_SIGN_IN", "CERTIFICATE_NOT_TRUSTED"})
    void aSettingThatIsWrongStaysSo(NetworkProblem problem) {
        assertEquals(Optional.empty(), pause(REPEATABLE, Answer.failed(Problem.of(problem, "graph.example")), 1));
    }

    @Test
    void doubtIsNeverTriedAgain() {
        Answer<ApiResponse> unclear = Answer.unclear(Problem.of(DirectoryProblem.NO_ANSWER));
        assertEquals(Optional.empty(), pause(ONCE, unclear, 1));
    }

    @Test
    void noConnectionIsTriedAgainAFewTimes() {
        Answer<ApiResponse> failed = Answer.failed(Problem.of(DirectoryProblem.UNREACHABLE, "x"));
        assertTrue(pause(ONCE, failed, 1).isPresent());
        assertEquals(Optional.empty(), pause(ONCE, failed, RetryRules.UNANSWERED_TRIES));
    }

    @Test
    void theWaitAskedForIsKeptWithALittleMore() {
        Duration pause =
                pause(REPEATABLE, response(429, Map.of("retry-after", "10")), 1).orElseThrow();
        assertTrue(
                pause.compareTo(Duration.ofSeconds(10)) > 0 && pause.compareTo(Duration.ofSeconds(13)) < 0,
                pause::toString);
    }

    @Test
    void withoutAskingTheWaitDoublesUpToALimit() {
        Answer<ApiResponse> throttled = response(429, Map.of());
        assertEquals(Duration.ofSeconds(1), pause(ONCE, throttled, 1).orElseThrow());
        assertEquals(Duration.ofSeconds(4), pause(ONCE, throttled, 3).orElseThrow());
        assertEquals(Duration.ofSeconds(30), pause(ONCE, throttled, 9).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "120, 120",
        "' 7 ', 7",
        "'Sat, 31 Jan 2026 10:00:30 GMT', 30",
        "'Sat, 31 Jan 2026 09:00:00 GMT', 0"
    })
    void retryAfterIsSecondsOrADate(String text, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), RetryRules.retryAfter(text, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999"})
    void anUnreadableRetryAfterCountsAsNone(String text) {
        assertEquals(Optional.empty(), RetryRules.retryAfter(text, NOW));
    }

    @Test
    void aDateIsReadByTheClockOfTheServer() {
        Map<String, String> headers =
                Map.of("retry-after", "Sat, 31 Jan 2026 12:00:10 GMT", "date", "Sat, 31 Jan 2026 12:00:00 GMT");
        Duration pause = pause(REPEATABLE, response(503, headers), 1).orElseThrow();
        assertTrue(pause.compareTo(Duration.ofSeconds(13)) < 0, pause::toString);
    }
}
