package org.keyhopper.update.internal.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.testkit.fuzz.Fuzz;

/** The file of an administrator. */
class PolicyFuzzTest {

    @Test
    void policiesAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused(
                "policy",
                List.of("{\"updates\": {\"allowed\": true, \"sites\": [\"https://updates.example/\"], \"unsigned\":"
                        + " false}, \"dropIns\": {\"allowed\": true, \"signed\": true}, \"locked\":"
                        + " {\"directories\": true}, \"directories\": {\"hosts\": [\"login.example\"]},"
                        + " \"profile\": {\"pin\": {\"rule\": \"random\", \"length\": 8}}}"),
                input -> new PolicyParser("policy.json").read(new String(input, StandardCharsets.UTF_8)));
    }
}
