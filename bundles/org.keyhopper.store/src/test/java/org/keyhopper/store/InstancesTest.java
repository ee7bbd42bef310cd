package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.access.Caller;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.StoreException;

class InstancesTest extends TwoInstances {

    private List<String> versions(CentralDatabase database) {
        return database.instances().list().stream()
                .map(Instances.Instance::version)
                .toList();
    }

    @Test
    void instancesSeeEachOther() {
        one.instances().announce("1.0.0");
        two.instances().announce("1.1.0");
        one.instances().announce("1.0.0");
        assertEquals(List.of("1.0.0", "1.1.0"), versions(one).stream().sorted().toList());
        two.instances().leave();
        assertEquals(List.of("1.0.0"), versions(one));
        one.close();
        assertEquals(List.of(), versions(two), "its process has ended without a word");
    }

    @Test
    void figuresAreOfTheWholeDatabase() {
        claim(one, "s", "k");
        assertEquals(1, two.openClaims());
        assertEquals((long) PEOPLE, two.outcomes().get(Outcome.PENDING));
    }

    @Test
    void keyIsNotRotatedWhileAnInstanceServes() throws Exception {
        one.secret("a", () -> Secret.of("x")).close();
        one.instances().announce("1.0.0");
        CentralLocation location = location();
        assertThrows(StoreException.class, () -> MasterKeyRotation.rotate(location, Caller.none("c")));
    }

    @Test
    void rotatedKeyOpensWhatTheOldOneClosed() throws Exception {
        one.secret("a", () -> Secret.of("x")).close();
        DirectoryAccount contoso = new DirectoryAccount("contoso", "entra", new Settings(Map.of()));
        one.directories().put(contoso);
        one.directories().secretsOf(contoso).put("clientSecret", Secret.of("y"));
        byte[] before = Files.readAllBytes(home.resolve("station.key"));
        close();
        MasterKeyRotation rotated = MasterKeyRotation.rotate(location(), Caller.none("c"));
        assertEquals(2, rotated.secrets());
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(rotated.retired())));
        assertTrue(!java.util.Arrays.equals(before, Files.readAllBytes(home.resolve("station.key"))));
        one = keeping().openCentral(home);
        two = keeping().openCentral(home);
        try (Secret secret = two.secret("a", () -> Secret.of("lost"))) {
            assertEquals("x", new String(secret.toChars()));
        }
        assertEquals(List.of(), leftOver());
    }

    private List<String> leftOver() throws Exception {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".new"))
                    .toList();
        }
    }
}
