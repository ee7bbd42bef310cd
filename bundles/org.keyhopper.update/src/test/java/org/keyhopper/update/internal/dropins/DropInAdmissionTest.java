package org.keyhopper.update.internal.dropins;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.update.DropInProblem;
import org.keyhopper.update.internal.site.TrustedKeys;

/** Checks before installation. Installation itself is tested in the product. */
class DropInAdmissionTest {

    @TempDir
    Path folder;

    private Path jar(String name, String symbolicName) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!symbolicName.isEmpty()) {
            main.putValue("Bundle-SymbolicName", symbolicName + ";singleton:=true");
            main.putValue("Bundle-Version", "2.1.0");
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
        return file;
    }

    private static Optional<ProblemCode> obstacle(StationPolicy.DropIns rules, DropInJar jar) {
        return new DropInAdmission(rules, () -> {
                    throw new IllegalStateException("there is no signature to check");
                })
                .obstacle(jar)
                .map(problem -> problem.code());
    }

    @Test
    void jarsAreFoundInTheFolderAndInVendorFolders() throws IOException {
        jar("b.jar", "b");
        jar("acme/plugins/a.JAR", "a");
        Files.writeString(folder.resolve("acme/readme.txt"), "no jar");
        DropInFolder dropIns = new DropInFolder(folder);
        assertEquals(
                List.of("acme/plugins/a.JAR", "b.jar"),
                dropIns.jars().stream().map(dropIns::place).toList());
        assertEquals(List.of(), new DropInFolder(folder.resolve("none")).jars());
    }

    @Test
    void bundleIsDescribedByItsManifest() throws IOException {
        DropInJar jar =
                DropInJar.read(jar("a.jar", "org.example.a"), "a.jar").jar().orElseThrow();
        assertEquals("org.example.a", jar.symbolicName());
        assertEquals("2.1.0", jar.version().toString());
        assertEquals(Optional.empty(), obstacle(new StationPolicy.DropIns(true, false), jar));
    }

    @Test
    void otherFilesAreReported() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "PK half of one");
        assertEquals(DropInProblem.BROKEN, trouble(broken));
        assertEquals(DropInProblem.NOT_A_BUNDLE, trouble(jar("library.jar", "")));
    }

    private static ProblemCode trouble(Path file) {
        return DropInJar.read(file, file.getFileName().toString())
                .failure()
                .orElseThrow()
                .problem()
                .orElseThrow()
                .code();
    }

    @Test
    void policyCanForbidDropInsOrRequireSignatures() throws IOException {
        DropInJar jar = DropInJar.read(jar("a.jar", "a"), "a.jar").jar().orElseThrow();
        assertEquals(Optional.of(DropInProblem.SWITCHED_OFF), obstacle(new StationPolicy.DropIns(false, false), jar));
        assertEquals(Optional.of(DropInProblem.UNSIGNED), obstacle(new StationPolicy.DropIns(true, true), jar));
    }

    /** What is installed is what was verified, also where the file was exchanged in between. */
    @Test
    void fileIsReadOnce() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path file = jar("a.jar", "a");
        byte[] good = Files.readAllBytes(file);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(good);
        Files.write(folder.resolve("a.jar.sig"), signature.sign());
        DropInJar jar = DropInJar.read(file, "a.jar").jar().orElseThrow();
        Files.writeString(file, "something else");
        DropInAdmission admission = new DropInAdmission(
                new StationPolicy.DropIns(true, true), () -> new TrustedKeys(List.of(keys.getPublic())));
        assertEquals(Optional.empty(), admission.obstacle(jar));
        assertArrayEquals(good, jar.content());
    }
}
