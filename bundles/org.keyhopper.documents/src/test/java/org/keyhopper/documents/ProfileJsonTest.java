package org.keyhopper.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;

class ProfileJsonTest {

    private static final UUID AAGUID = UUID.fromString("2fc0579f-8113-47ea-b116-bb5a8db9202a");

    @Test
    void profileIsReadAsWritten() {
        for (PinRule rule : List.of(new PinRule.Random(9), new PinRule.Entered(), new PinRule.Keep())) {
            Profile profile = new Profile(
                    rule,
                    OptionalInt.of(8),
                    Set.of(
                            Profile.Option.ALWAYS_UV,
                            Profile.Option.ENTERPRISE_ATTESTATION,
                            Profile.Option.PROVEN_MAKER),
                    Profile.Unsupported.REFUSE,
                    "{model} <{user}>",
                    Set.of(AAGUID, new UUID(1, 2)),
                    Set.of("login.example", "b.example"));
            assertEquals(new ReadResult.Success<>(profile, List.of()), ProfileJson.read(ProfileJson.write(profile)));
        }
    }

    @Test
    void allMembersAreRead() {
        String text = """
            {"pin": {"length": 7, "rule": "random"}, "minimumPinLength": 6, "forcePinChange": false,
             "alwaysUv": true, "enterpriseAttestation": false, "deviceName": "{model} {serial}",
             "allowedAaguids": ["2FC0579F-8113-47ea-b116-bb5a8db9202a"]}
            """;
        Profile profile = new Profile(
                new PinRule.Random(7),
                OptionalInt.of(6),
                Set.of(Profile.Option.ALWAYS_UV),
                Profile.Unsupported.LEAVE_OUT,
                "{model} {serial}",
                Set.of(AAGUID));
        assertEquals(new ReadResult.Success<>(profile, List.of()), ProfileJson.read(text));
    }

    @Test
    void missingMembersHaveTheirDefaults() {
        assertEquals(new ReadResult.Success<>(Profile.DEFAULT, List.of()), ProfileJson.read("{}"));
    }

    @Test
    void shortRandomPinIsAWarning() {
        ReadResult<Profile> read =
                ProfileJson.read("{\"pin\":{\"rule\":\"random\",\"length\":6},\"minimumPinLength\":8}");
        assertEquals(1, ((ReadResult.Success<Profile>) read).warnings().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2 | colour              | no member            | {~\"colour\": 1}",
                "1 | minPinLengthRpIds   | looks like login     | {\"minPinLengthRpIds\": [\"https://a.example\"]}",
                "1 | alwaysUv            | true or false        | {\"alwaysUv\": \"yes\"}",
                "1 | minimumPinLength    | from 4 to 63         | {\"minimumPinLength\": 3}",
                "1 | minimumPinLength    | from 4 to 63         | {\"minimumPinLength\": 6.5}",
                "1 | minimumPinLength    | a number             | {\"minimumPinLength\": \"6\"}",
                "1 | pin.rule            | random, entered      | {\"pin\": {\"rule\": \"fixed\"}}",
                "1 | pin.rule            | missing              | {\"pin\": {}}",
                "1 | pin.length          | random               | {\"pin\": {\"rule\": \"keep\", \"length\": 6}}",
                "3 | pin.digits          | no member            | {\"pin\":~{~\"digits\": 6}}",
                "1 | pin                 | object               | {\"pin\": \"random\"}",
                "1 | deviceName          | {colour}             | {\"deviceName\": \"{colour} key\"}",
                "1 | deviceName          | empty                | {\"deviceName\": \" \"}",
                "3 | allowedAaguids      | not an AAGUID        | {\"allowedAaguids\":"
                        + " [~\"2fc0579f-8113-47ea-b116-bb5a8db9202a\",~\"1-2-3-4-5\"]}",
                "2 | alwaysUv            | twice                | {\"alwaysUv\": true,~\"alwaysUv\": false}",
                "1 | profile             | object               | []",
                "2 | ``                  | not valid JSON       | {\"alwaysUv\": true,~}",
                "2 | ``                  | ends too early       | {\"alwaysUv\": true~",
                "1 | ``                  | not valid JSON       | {} {}",
            })
    void faultNamesLineAndMember(int line, String member, String words, String text) {
        ReadResult<Profile> read = ProfileJson.read(text.replace('~', '\n'));
        DocumentFault fault = ((ReadResult.Failure<Profile>) read).faults().getFirst();
        assertTrue(fault.message().contains(words), fault::toString);
        assertEquals(member, fault.place());
        assertEquals(line, fault.line(), fault::toString);
    }
}
