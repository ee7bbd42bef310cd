package org.keyhopper.directory.keycloak.internal;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.testkit.fuzz.DirectoryAnswers;
import org.keyhopper.testkit.fuzz.Fuzz;

/** JSON that the directory answers with. */
class KeycloakFuzzTest {

    @Test
    void answersAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused("keycloak", DirectoryAnswers.SAMPLES, KeycloakFuzzTest::read);
    }

    private static void read(byte[] input) {
        KeycloakErrors.problem(new ApiResponse(400, Map.of(), input));
        Optional<JsonView> json = JsonView.parse(input);
        json.ifPresent(KeycloakFuzzTest::read);
    }

    private static void read(JsonView json) {
        KeycloakResponses.user(json);
        KeycloakResponses.group(json);
        KeycloakResponses.flattened(json).count();
        KeycloakCredential.read(json);
    }
}
