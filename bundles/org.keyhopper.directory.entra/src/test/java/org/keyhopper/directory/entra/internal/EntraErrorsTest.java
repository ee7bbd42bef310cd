package org.keyhopper.directory.entra.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.JsonView;

class EntraErrorsTest {

    private static Problem problem(int status, String body) {
        return EntraErrors.problem(
                new ApiResponse(status, Map.of("request-id", "abc"), body.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "400, The AAGUID 11111111-2222-3333-4444-555555555555 is blocked, AAGUID_NOT_ALLOWED",
        "400, Attestation could not be verified, ATTESTATION_REFUSED",
        "400, The challenge has expired, OPTIONS_EXPIRED",
        "400, Something else, REFUSED",
        "401, x, SESSION_EXPIRED",
        "403, x, NOT_PERMITTED",
        "405, x, REFUSED",
        "409, x, ALREADY_REGISTERED",
        "429, x, THROTTLED",
        "418, x, REFUSED",
        "502, x, SERVER_ERROR",
    })
    void statusAndWordsDecide(int status, String message, DirectoryProblem code) {
        assertEquals(
                code,
                problem(status, "{\"error\":{\"code\":\"c\",\"message\":\"" + message + "\"}}")
                        .code());
    }

    @Test
    void theBlockedModelIsNamed() {
        String body = "{\"error\":{\"message\":\"AAGUID 11111111-2222-3333-4444-555555555555 blocked\"}}";
        assertEquals(
                List.of("11111111-2222-3333-4444-555555555555"),
                problem(400, body).arguments());
    }

    @Test
    void theDetailHoldsCodeWordsAndRequestId() {
        String body =
                "{\"error\":{\"code\":\"c\",\"message\":\"m\",\"innerError\":{\"request-id\":\"r\",\"date\":\"d\"}}}";
        assertEquals("HTTP 400 c: m request-id r d", problem(400, body).detail());
    }

    @Test
    void anErrorWithoutJsonStillHasItsRequestId() {
        assertEquals("HTTP 500 request-id abc", problem(500, "<html>").detail());
    }

    @ParameterizedTest
    @CsvSource({
        "AADSTS65001: consent, SIGN_IN_NEEDS_PERSON, AADSTS65001",
        "AADSTS50076: mfa, SIGN_IN_NEEDS_PERSON, AADSTS50076",
        "AADSTS53003: blocked, SIGN_IN_NEEDS_PERSON, AADSTS53003",
        "AADSTS700016: app, SIGN_IN_REFUSED, AADSTS700016",
        "AADSTS7000215: secret, SIGN_IN_REFUSED, AADSTS7000215",
        "AADSTS700027: assertion, SIGN_IN_REFUSED, AADSTS700027",
        "AADSTS700082: expired, SESSION_EXPIRED, AADSTS700082",
        "no code at all, SIGN_IN_REFUSED, invalid_client",
    })
    void signInCodesDecide(String description, DirectoryProblem code, String argument) {
        JsonView body = JsonView.parse("{\"error\":\"invalid_client\",\"error_description\":\"" + description + "\"}")
                .orElseThrow();
        Problem problem = SignInCodes.problem(body);
        assertEquals(code, problem.code());
        assertEquals(List.of(argument), problem.arguments());
    }
}
