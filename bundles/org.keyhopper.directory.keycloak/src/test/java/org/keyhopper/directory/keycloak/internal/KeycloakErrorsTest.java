package org.keyhopper.directory.keycloak.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.http.ApiResponse;

class KeycloakErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"errorMessage\":\"Could not update user!\"}|REFUSED|HTTP 400 Could not update user!",
                "400|{\"field\":\"email\",\"errorMessage\":\"error-user-attribute-required\"}|REFUSED|HTTP 400 email:"
                        + " error-user-attribute-required",
                "401|{\"error\":\"HTTP 401 Unauthorized\"}|SESSION_EXPIRED|HTTP 401 HTTP 401 Unauthorized",
                "403|{\"error\":\"HTTP 403 Forbidden\"}|NOT_PERMITTED|HTTP 403 HTTP 403 Forbidden",
                "409|{\"error\":\"conflict\",\"error_description\":\"Device already exists\"}|ALREADY_REGISTERED|HTTP"
                        + " 409 conflict: Device already exists",
                "429||THROTTLED|HTTP 429",
                "500|<html/>|SERVER_ERROR|HTTP 500",
            })
    void everyFormOfAnErrorIsRead(int status, String body, DirectoryProblem code, String detail) {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        Problem problem = KeycloakErrors.problem(new ApiResponse(status, Map.of(), bytes));
        assertEquals(code, problem.code());
        assertEquals(detail, problem.detail());
    }
}
