package org.keyhopper.update.internal.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.policy.StationPolicy;

class PolicyParserTest {

    @TempDir
    Path folder;

    private static StationPolicy read(String json) {
        return new PolicyParser("policy.json").read(json.replace('\'', '"'));
    }

    @Test
    void emptyPolicyAllowsEverything() {
        assertEquals(StationPolicy.OPEN, read("{}"));
    }

    @Test
    void allFieldsAreParsed() {
        StationPolicy policy = read("{'updates': {'allowed': true, 'sites': ['https://updates.example/keyhopper'],"
                + " 'unsigned': true}, 'dropIns': {'allowed': true, 'signed': true},"
                + " 'directories': {'hosts': ['Login.example', '[::1]']}, 'locked': {'directories': true},"
                + " 'profile': {'pin': {'rule': 'keep'}}}");
        assertEquals(
                Optional.of(List.of(URI.create("https://updates.example/keyhopper/"))),
                policy.updates().sites());
        assertTrue(policy.updates().allowed());
        assertTrue(policy.updates().unsigned());
        assertEquals(new StationPolicy.DropIns(true, true), policy.dropIns());
        assertEquals(Optional.of(Set.of("login.example", "[::1]")), policy.directoryHosts());
        assertTrue(policy.locks().directories());
        assertTrue(policy.locks().profile(), "a profile that the policy brings is meant to be used");
        assertEquals(
                Optional.of("{\"pin\":{\"rule\":\"keep\"}}"), policy.locks().profileJson());
        assertEquals(Optional.empty(), policy.fault());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'update': {}} | update",
                "{'updates': {'allow': true}} | updates.allow",
                "{'updates': true} | updates",
                "{'updates': {'allowed': 'yes'}} | updates.allowed",
                "{'updates': {'sites': 'https://a.example'}} | updates.sites",
                "{'updates': {'sites': ['http://a.example']}} | updates.sites",
                "{'updates': {'unsigned': null}} | updates.unsigned",
                "{'dropIns': {'signed': 1}} | dropIns.signed",
                "{'directories': {'host': []}} | directories.host",
                "{'directories': {'hosts': 'a.example'}} | directories.hosts",
                "{'directories': {'hosts': ['https://a.example']}} | directories.hosts",
                "{'locked': {'profiles': true}} | locked.profiles",
                "{'profile': 'standard'} | profile",
                "[] | {}"
            })
    void invalidFieldIsNamedAndNothingIsAllowed(String json, String field) {
        StationPolicy policy = read(json);
        Problem fault = policy.fault().orElseThrow();
        assertEquals(PolicyProblem.BAD_FIELD, fault.code());
        assertEquals(field, fault.arguments().get(1));
        assertStrict(policy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "{} {}", "updates: {}", "{'updates': {},}"})
    void malformedJsonAllowsNothing(String json) {
        StationPolicy policy = read(json);
        assertEquals(PolicyProblem.NOT_JSON, policy.fault().orElseThrow().code());
        assertStrict(policy);
    }

    private static void assertStrict(StationPolicy policy) {
        assertFalse(policy.updates().allowed());
        assertFalse(policy.updates().unsigned());
        assertFalse(policy.dropIns().allowed());
        assertTrue(policy.dropIns().signed());
        assertTrue(policy.locks().directories());
        assertTrue(policy.locks().profile());
        assertEquals(Optional.of(Set.of()), policy.directoryHosts());
    }

    @Test
    void missingFileIsNoPolicyAndUnreadableOneIsStrict() throws IOException {
        assertEquals(Optional.empty(), PolicyFile.read(folder.resolve("policy.json")));
        Files.createDirectory(folder.resolve("policy.json"));
        StationPolicy policy = PolicyFile.read(folder.resolve("policy.json")).orElseThrow();
        assertEquals(PolicyProblem.UNREADABLE, policy.fault().orElseThrow().code());
        assertStrict(policy);
    }

    @Test
    void everyOperatingSystemHasItsPath() {
        assertEquals(Path.of("/etc/keyhopper/policy.json"), PolicyFile.place("Linux", null));
        assertEquals(Path.of("/Library/Application Support/Keyhopper/policy.json"), PolicyFile.place("Mac OS X", null));
        assertEquals(
                Path.of("D:\\Data", "Keyhopper", "policy.json"), PolicyFile.place("Windows Server 2022", "D:\\Data"));
    }
}
