package org.keyhopper.directory.entra.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.testkit.fuzz.Fuzz;

/** JSON that the directory answers with. */
class EntraFuzzTest {

    @Test
    void answersAreReadOrRefused() {
        Fuzz.runTexts(
                "entra",
                List.of(
                        "{\"id\":\"7d1c\",\"userPrincipalName\":\"anna@example.com\",\"displayName\":\"Anna\",\"accountEnabled\":true,\"mail\":\"a@example.com\",\"createdDateTime\":\"2026-01-01T00:00:00Z\",\"aaGuid\":\"2fc0579f-8113-47ea-b116-bb5a8db9202a\",\"model\":\"Key"
                                + " 5\",\"username\":\"anna\",\"enabled\":true,\"status\":\"ACTIVE\",\"profile\":{\"login\":\"anna\",\"firstName\":\"A\",\"lastName\":\"B\"},\"type\":\"FIDO2\",\"name\":{\"given\":\"A\",\"family\":\"B\"},\"factorType\":\"webauthn\"}",
                        "{\"error\":{\"code\":\"Request_BadRequest\",\"message\":\"Invalid"
                                + " attestation\",\"innerError\":{\"request-id\":\"abc\"}},\"errorCode\":\"E0000001\",\"errorSummary\":\"Api"
                                + " validation"
                                + " failed\",\"errorCauses\":[{\"errorSummary\":\"x\"}],\"details\":[{\"code\":\"INVALID_VALUE\",\"message\":\"m\"}],\"errorMessage\":\"e\"}",
                        "{\"publicKey\":{\"rp\":{\"id\":\"example.com\",\"name\":\"E\"},\"user\":{\"id\":\"AAEC\",\"name\":\"a\",\"displayName\":\"A\"},\"challenge\":\"AAECAwQFBgcICQoLDA0ODw\",\"pubKeyCredParams\":[{\"type\":\"public-key\",\"alg\":-7}],\"timeout\":60000,\"excludeCredentials\":[{\"id\":\"AQID\",\"type\":\"public-key\"}],\"authenticatorSelection\":{\"residentKey\":\"required\"},\"attestation\":\"direct\",\"extensions\":{\"hmacCreateSecret\":true}}}"),
                EntraFuzzTest::read);
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
