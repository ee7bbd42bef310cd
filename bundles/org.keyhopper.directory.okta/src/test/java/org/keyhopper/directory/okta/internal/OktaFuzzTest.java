package org.keyhopper.directory.okta.internal;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.testkit.fuzz.DirectoryAnswers;
import org.keyhopper.testkit.fuzz.Fuzz;

/** JSON that the directory answers with. */
class OktaFuzzTest {

    @Test
    void answersAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused("okta", DirectoryAnswers.SAMPLES, OktaFuzzTest::read);
    }

    private static void read(byte[] input) {
        OktaErrors.problem(new ApiResponse(400, Map.of(), input));
        Optional<JsonView> json = JsonView.parse(input);
        json.ifPresent(OktaFuzzTest::read);
    }

    private static void read(JsonView json) {
        OktaResponses.user(json);
        OktaResponses.group(json);
        OktaResponses.passkey(json);
        OktaResponses.ids(json);
        OktaResponses.isPasskey(json);
    }
}
