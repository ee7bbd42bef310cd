package org.keyhopper.directory.okta.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.http.ApiResponse;

class OktaErrorsTest {

    private static Problem problem(int status, String body) {
        return OktaErrors.problem(new ApiResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "The authenticator is not allowed by policy., AAGUID_NOT_ALLOWED",
        "The AAGUID ee882879-721c-4913-9775-3dfcce97072a is blocked, AAGUID_NOT_ALLOWED",
        "The origin does not match., ORIGIN_REFUSED",
        "The challenge has expired., OPTIONS_EXPIRED",
        "The maximum number of factors is reached., TOO_MANY_PASSKEYS",
        "The factor is not enabled., METHOD_DISABLED",
        "The attestation is not valid., ATTESTATION_REFUSED",
        "Something else., REFUSED",
    })
    void aRefusalIsRecognisedByItsCauses(String cause, DirectoryProblem wanted) {
        String body = "{\"errorCode\":\"E0000001\",\"errorSummary\":\"Api validation failed\",\"errorCauses\":"
                + "[{\"errorSummary\":\"" + cause + "\"}]}";
        assertEquals(wanted, problem(400, body).code());
    }

    @ParameterizedTest
    @CsvSource({
        "401, SIGN_IN_REFUSED",
        "403, NOT_PERMITTED",
        "404, REFUSED",
        "409, ALREADY_REGISTERED",
        "429, THROTTLED",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
    })
    void aStatusIsEnoughElsewhere(int status, DirectoryProblem wanted) {
        assertEquals(wanted, problem(status, "<html>not JSON</html>").code());
    }

    @Test
    void theDetailIsWhatOktaSays() {
        String body = "{\"errorCode\":\"E0000006\",\"errorSummary\":\"No permission\",\"errorId\":\"oae1\","
                + "\"errorCauses\":[{\"errorSummary\":\"a\"},{\"errorSummary\":\"b\"}]}";
        assertEquals(
                "HTTP 403 E0000006: No permission [a; b] error ID oae1",
                problem(403, body).detail());
    }
}
