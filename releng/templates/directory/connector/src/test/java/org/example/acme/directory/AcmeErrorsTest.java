package org.example.acme.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.directory.support.http.ApiResponse;

class AcmeErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "400, model-refused, directory.aaguid-not-allowed",
        "402, subscription-ended, acme.subscription-ended",
        "401, unauthorized, directory.sign-in-refused",
        "400, not-heard-of, directory.refused",
        "503, '', directory.server-error"
    })
    void everyErrorHasAMeaning(int status, String code, String problem) {
        byte[] body = ("{\"code\":\"" + code + "\",\"message\":\"words\"}").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                problem,
                AcmeErrors.problem(new ApiResponse(status, Map.of(), body))
                        .code()
                        .id());
    }
}
