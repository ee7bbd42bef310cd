package org.keyhopper.directory.pingone.internal;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.testkit.fuzz.DirectoryAnswers;
import org.keyhopper.testkit.fuzz.Fuzz;

/** JSON that the directory answers with. */
class PingOneFuzzTest {

    @Test
    void answersAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused("pingone", DirectoryAnswers.SAMPLES, PingOneFuzzTest::read);
    }

    private static void read(byte[] input) {
        PingOneErrors.problem(new ApiResponse(400, Map.of(), input));
        Optional<JsonView> json = JsonView.parse(input);
        json.ifPresent(PingOneFuzzTest::read);
    }

    private static void read(JsonView json) {
        PingOneResponses.user(json);
        PingOneResponses.group(json);
        PingOneResponses.passkey(json);
        PingOneResponses.isFido(json);
    }
}
