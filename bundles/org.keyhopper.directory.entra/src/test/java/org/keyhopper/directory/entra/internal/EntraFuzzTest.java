package org.keyhopper.directory.entra.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.testkit.fuzz.DirectoryAnswers;
import org.keyhopper.testkit.fuzz.Fuzz;

/** JSON that the directory answers with. */
class EntraFuzzTest {

    @Test
    void answersAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused("entra", DirectoryAnswers.SAMPLES, EntraFuzzTest::read);
    }

    private static void read(byte[] input) {
        EntraErrors.problem(new ApiResponse(400, Map.of(), input));
        Optional<JsonView> json = JsonView.parse(input);
        json.ifPresent(EntraFuzzTest::read);
    }

    private static void read(JsonView json) {
        EntraResponses.user(json);
        EntraResponses.group(json);
        EntraResponses.passkey(json);
        new EntraOptions(Clock.systemUTC()).read(json, Optional.empty());
    }
}
