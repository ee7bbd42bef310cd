package org.keyhopper.printer.sdk.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CompanionEnvironmentTest {

    @Test
    void noSecretOfOurEnvironmentIsPassedOnToTheVendorsCode() {
        assertEquals(
                Set.of("PATH", "SystemRoot", "LC_ALL"),
                Companion.passedOn(Set.of(
                        "PATH",
                        "SystemRoot",
                        "LC_ALL",
                        "KEYHOPPER_PASSPHRASE",
                        "ENTRA_SECRET",
                        "CARD_PIN",
                        "JAVA_TOOL_OPTIONS",
                        "KEYHOPPER_JAVA_OPTIONS")));
    }
}
