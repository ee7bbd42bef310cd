package org.keyhopper.update.internal.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
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
                + " 'metadata': {'roots': ['" + "AB".repeat(32) + "']},"
                + " 'profile': {'pin': {'rule': 'keep'}}}");
        assertEquals(
                Optional.of(List.of(URI.create("https://updates.example/keyhopper/"))),
                policy.updates().sites());
        assertTrue(policy.updates().allowed());
        assertTrue(policy.updates().unsigned());
        assertEquals(new StationPolicy.DropIns(true, true), policy.dropIns());
        assertEquals(Optional.of(Set.of("login.example", "[::1]")), policy.directoryHosts());
        assertEquals(Optional.of(Set.of("ab".repeat(32))), policy.metadataRoots());
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
                "{'metadata': {'roots': ['a.example']}} | metadata.roots",
                "{'metadata': {'roots': 7}} | metadata.roots",
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
    void fileThatOthersCanChangeIsNotFollowed() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path planted = Files.writeString(folder.resolve("policy.json"), "{\"updates\": {\"unsigned\": true}}");
        Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rw-rw-rw-"));
        StationPolicy policy = PolicyFile.readProtected(planted).orElseThrow();
        assertEquals(PolicyProblem.NOT_PROTECTED, policy.fault().orElseThrow().code());
        assertStrict(policy);
    }

    @Test
    void ownerGroupAndOthersAreNamed() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = Files.createFile(folder.resolve("policy.json"));
        PosixFileAttributes own = Files.readAttributes(file, PosixFileAttributes.class);
        assertEquals(Optional.of(own.owner().getName()), ProtectedFile.posix(own, 1000));
        for (String mode : List.of("rw-r--r--", "r--------", "rwxr-xr-x")) {
            assertEquals(Optional.empty(), ProtectedFile.posix(withMode(file, mode), 0), mode);
        }
        assertEquals(Optional.of(own.group().getName()), ProtectedFile.posix(withMode(file, "rw-rw-r--"), 0));
        assertEquals(Optional.of("*"), ProtectedFile.posix(withMode(file, "rw-r--rw-"), 0));
    }

    private static PosixFileAttributes withMode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return Files.readAttributes(file, PosixFileAttributes.class);
    }

    @Test
    void planterOnWindowsIsNamed() throws IOException {
        AclList list =
                new AclList("BUILTIN\\Administratoren", Map.of("NT-AUTORITÄT\\SYSTEM", true, "BUILTIN\\Users", false));
        Set<String> administrators = Set.of("builtin\\administratoren", "nt-autorität\\system");
        assertEquals(Optional.empty(), ProtectedFile.acl(list, administrators));
        assertEquals(
                Optional.of("PC\\admin-of-nothing"),
                ProtectedFile.acl(new AclList("PC\\admin-of-nothing", Map.of()), administrators));
        assertEquals(
                Optional.of("BUILTIN\\Users"),
                ProtectedFile.acl(
                        new AclList("BUILTIN\\Administratoren", Map.of("BUILTIN\\Users", true)), administrators));
    }

    /** The list of a file: its owner, and whether others may write it. */
    private record AclList(String name, Map<String, Boolean> writing) implements AclFileAttributeView {

        @Override
        public UserPrincipal getOwner() {
            return new UserPrincipalNamed(name);
        }

        @Override
        public List<AclEntry> getAcl() {
            return writing.entrySet().stream()
                    .map(each -> AclEntry.newBuilder()
                            .setType(AclEntryType.ALLOW)
                            .setPrincipal(new UserPrincipalNamed(each.getKey()))
                            .setPermissions(
                                    each.getValue() ? AclEntryPermission.WRITE_DATA : AclEntryPermission.READ_DATA)
                            .build())
                    .toList();
        }

        @Override
        public void setAcl(List<AclEntry> acl) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setOwner(UserPrincipal owner) {
            throw new UnsupportedOperationException();
        }
    }

    private record UserPrincipalNamed(String name) implements UserPrincipal {
        @Override
        public String getName() {
            return name;
        }
    }
}
