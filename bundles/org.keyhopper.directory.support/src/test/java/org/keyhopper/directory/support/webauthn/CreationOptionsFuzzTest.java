package org.keyhopper.directory.support.webauthn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.testkit.fuzz.Fuzz;

/** Creation options of any directory. */
class CreationOptionsFuzzTest {

    @Test
    void optionsAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused(
                "options",
                List.of(
                        "{\"rp\":{\"id\":\"example.com\",\"name\":\"E\"},\"user\":{\"id\":\"AAEC\",\"name\":\"a\",\"displayName\":\"A\"},\"challenge\":\"AAECAwQFBgcICQoLDA0ODw\",\"pubKeyCredParams\":[{\"type\":\"public-key\",\"alg\":-7}],\"timeout\":60000,\"excludeCredentials\":[{\"id\":\"AQID\",\"type\":\"public-key\"}],\"authenticatorSelection\":{\"residentKey\":\"required\"},\"attestation\":\"direct\",\"extensions\":{\"hmacCreateSecret\":true}}"),
                input -> JsonView.parse(input).ifPresent(CreationOptionsFuzzTest::read));
    }

    private static void read(JsonView json) {
        CreationOptions options = new CreationOptions(json);
        options.account();
        options.relyingPartyId();
        options.challenge();
        options.algorithms();
        options.excluded(view -> List.of());
        options.extensions();
        options.attestation();
        LenientBytes.read(json);
    }
}
