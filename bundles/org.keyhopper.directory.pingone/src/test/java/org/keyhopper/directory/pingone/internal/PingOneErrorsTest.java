package org.keyhopper.directory.pingone.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.http.ApiResponse;

class PingOneErrorsTest {

    private static Problem problem(int status, String body) {
        return PingOneErrors.problem(new ApiResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String invalid(String detail) {
        return "{\"id\":\"c0ffee\",\"code\":\"INVALID_DATA\",\"message\":\"Not completed.\",\"details\":[" + detail
                + "]}";
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_VALUE, type, FIDO2 is not enabled, METHOD_DISABLED",
        "LIMIT_EXCEEDED, devices, Too many, TOO_MANY_PASSKEYS",
        "UNIQUENESS_VIOLATION, attestation, Exists, ALREADY_REGISTERED",
        "INVALID_VALUE, attestation, The AAGUID ee882879-721c-4913-9775-3dfcce97072a is not allowed, AAGUID_NOT_ALLOWED",
        "INVALID_VALUE, origin, Does not match, ORIGIN_REFUSED",
        "INVALID_VALUE, attestation, The challenge has expired, OPTIONS_EXPIRED",
        "INVALID_VALUE, attestation, Missing, ATTESTATION_REFUSED",
        "INVALID_VALUE, something, Else, REFUSED",
    })
    void aRefusalIsToldByItsDetails(String code, String target, String message, DirectoryProblem wanted) {
        String detail = "{\"code\":\"%s\",\"target\":\"%s\",\"message\":\"%s\"}".formatted(code, target, message);
        Problem problem = problem(400, invalid(detail));
        assertEquals(wanted, problem.code());
        assertTrue(problem.detail().contains("c0ffee") && problem.detail().contains(message), problem::detail);
    }

    @Test
    void aQuotaInTheInnerErrorIsALimit() {
        String detail = "{\"code\":\"INVALID_VALUE\",\"innerError\":{\"quotaLimit\":5}}";
        assertEquals(
                DirectoryProblem.TOO_MANY_PASSKEYS,
                problem(400, invalid(detail)).code());
    }

    @Test
    void theModelThatIsNotAllowedIsNamed() {
        String detail = "{\"message\":\"AAGUID ee882879-721c-4913-9775-3dfcce97072a\"}";
        assertEquals(
                "ee882879-721c-4913-9775-3dfcce97072a",
                problem(400, invalid(detail)).arguments().getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "401, SESSION_EXPIRED",
        "403, NOT_PERMITTED",
        "404, REFUSED",
        "429, THROTTLED",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR"
    })
    void withoutABodyTheStatusTells(int status, DirectoryProblem wanted) {
        assertEquals(wanted, problem(status, "<html>").code());
    }
}
