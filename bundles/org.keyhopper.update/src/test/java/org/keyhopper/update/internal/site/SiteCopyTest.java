package org.keyhopper.update.internal.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.api.update.UpdateProblem;

/** Sites in folders, and one over HTTP that closes the connection. */
class SiteCopyTest {

    private static final byte[] CONTENT = "what p2 reads".getBytes(UTF_8);
    private static final StationPolicy.Updates ANY = StationPolicy.OPEN.updates();
    private static final StationPolicy.Updates UNSIGNED_TOO = new StationPolicy.Updates(true, Optional.empty(), true);

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant LATER = Instant.parse("2027-11-30T12:00:00Z");

    @TempDir
    Path site;

    @TempDir
    Path installation;

    private KeyPair ours;

    @BeforeEach
    void publish() throws IOException, GeneralSecurityException {
        ours = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.createDirectory(site.resolve("plugins"));
        Files.write(site.resolve("plugins/a b.jar"), CONTENT);
        list(header(7, LATER) + entry("plugins/a b.jar"));
        sign(ours);
    }

    private static String header(long serial, Instant expires) {
        return "# serial " + serial + "\n# expires " + expires + "\n";
    }

    private static String entry(String path) throws GeneralSecurityException {
        return "# size " + CONTENT.length + " " + path + "\n"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT)) + "  " + path + "\n";
    }

    private void list(String text) throws IOException {
        Files.writeString(site.resolve("SHA256SUMS"), text);
    }

    private void sign(KeyPair keys) throws IOException, GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(Files.readAllBytes(site.resolve("SHA256SUMS")));
        Files.write(site.resolve("SHA256SUMS.sig"), signature.sign());
    }

    private SiteCopy open(URI address, StationPolicy.Updates rules) throws UpdateException, IOException {
        return SiteCopy.of(address, rules, trust(ours.getPublic()));
    }

    private SiteCopy.Trust trust(PublicKey key) {
        return new SiteCopy.Trust(new TrustedKeys(List.of(key)), installation, NOW, Optional.empty());
    }

    private UpdateProblem refused(StationPolicy.Updates rules) {
        UpdateException refused = assertThrows(UpdateException.class, () -> {
            try (SiteCopy copy = open(site.toUri(), rules)) {
                copy.fetch("plugins/a b.jar");
            }
        });
        return (UpdateProblem) refused.problem().code();
    }

    @Test
    void listedFileIsCopiedAndDeletedOnClose() throws UpdateException, IOException {
        Path arrived;
        try (SiteCopy copy = open(site.toUri(), ANY)) {
            copy.fetch("plugins/a b.jar");
            arrived = copy.folder().resolve("plugins/a b.jar");
            assertArrayEquals(CONTENT, Files.readAllBytes(arrived));
            assertEquals(Optional.empty(), copy.distrust());
        }
        assertFalse(Files.exists(arrived));
    }

    @Test
    void changedTruncatedOrMissingFileIsRefused() throws IOException {
        Files.writeString(site.resolve("plugins/a b.jar"), "what p2 reeds");
        assertEquals(UpdateProblem.DAMAGED, refused(ANY));
        Files.writeString(site.resolve("plugins/a b.jar"), "what p2");
        assertEquals(UpdateProblem.DAMAGED, refused(UNSIGNED_TOO));
        Files.delete(site.resolve("plugins/a b.jar"));
        assertEquals(UpdateProblem.FILE_MISSING, refused(ANY));
    }

    @Test
    void untrustedListRequiresPermissionByThePolicy() throws IOException, GeneralSecurityException, UpdateException {
        sign(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        assertEquals(UpdateProblem.NOT_TRUSTED, refused(ANY));
        Files.writeString(site.resolve("SHA256SUMS.sig"), "no signature at all");
        assertEquals(UpdateProblem.NOT_TRUSTED, refused(ANY));
        Files.delete(site.resolve("SHA256SUMS.sig"));
        assertEquals(UpdateProblem.UNSIGNED, refused(ANY));
        try (SiteCopy copy = open(site.toUri(), UNSIGNED_TOO)) {
            assertEquals(UpdateProblem.UNSIGNED, copy.distrust().orElseThrow().code());
        }
    }

    @Test
    void changedListIsNotTrusted() throws IOException {
        list("0".repeat(64) + "  plugins/a b.jar\n");
        assertEquals(UpdateProblem.NOT_TRUSTED, refused(ANY));
    }

    @Test
    void pathOutsideTheSiteInvalidatesTheList() throws IOException, GeneralSecurityException {
        for (String path : List.of("../a.jar", "/a.jar", "plugins/../../a.jar", "c:/a.jar", "a\\b.jar")) {
            list(header(7, LATER) + entry(path));
            sign(ours);
            assertEquals(UpdateProblem.NOT_A_SITE, refused(ANY), path);
        }
    }

    @Test
    void listWithoutSerialExpiryOrSizeIsRefused() throws IOException, GeneralSecurityException {
        String whole = header(7, LATER) + entry("plugins/a b.jar");
        for (String kind : List.of("serial", "expires", "size")) {
            list(whole.lines().filter(line -> !line.startsWith("# " + kind)).collect(Collectors.joining("\n")));
            sign(ours);
            assertEquals(UpdateProblem.NOT_A_SITE, refused(ANY), kind);
        }
    }

    @Test
    void expiredListIsRefused() throws IOException, GeneralSecurityException {
        list(header(7, NOW.minusSeconds(1)) + entry("plugins/a b.jar"));
        sign(ours);
        assertEquals(UpdateProblem.EXPIRED, refused(ANY));
    }

    @Test
    void listOlderThanTheOneInstalledFromIsRefused() throws Exception {
        AcceptedSiteLists accepted = trust(ours.getPublic()).accepted();
        try (SiteCopy copy = open(site.toUri(), ANY)) {
            accepted.put(copy.site(), copy.serial());
        }
        list(header(6, LATER) + entry("plugins/a b.jar"));
        sign(ours);
        assertEquals(UpdateProblem.OLDER, refused(ANY));
        list(header(7, LATER) + entry("plugins/a b.jar"));
        sign(ours);
        open(site.toUri(), ANY).close();
    }

    @Test
    void contentBeyondItsSizeIsNotReceived() throws IOException, GeneralSecurityException {
        list(header(7, LATER) + entry("plugins/a b.jar").replace("# size " + CONTENT.length, "# size 5"));
        sign(ours);
        UpdateException refused = assertThrows(UpdateException.class, () -> {
            try (SiteCopy copy = open(site.toUri(), ANY)) {
                copy.fetch("plugins/a b.jar");
            }
        });
        assertEquals(UpdateProblem.DAMAGED, refused.problem().code());
        assertTrue(
                refused.problem().detail().contains("more than 5"),
                refused.problem().detail());
    }

    /** Where an administrator updates, no other account can exchange what was verified. */
    @Test
    void copyIsInTheProductFolderWhereThatCanBeChanged() throws Exception {
        try (SiteCopy copy = open(site.toUri(), ANY)) {
            assertTrue(copy.folder().startsWith(installation), copy.folder().toString());
        }
        try (Stream<Path> left = Files.list(installation.resolve("org.keyhopper.update"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void productThatTrustsTheKeyOfDevelopmentUsesNoSitesOfOtherComputers() throws Exception {
        String pem = Files.readString(Path.of("src/main/resources/trust/development-only.pem"));
        SiteCopy.Trust development = trust(TrustedKeys.key(pem));
        assertTrue(development.keys().isDevelopment());
        assertFalse(trust(ours.getPublic()).keys().isDevelopment());
        UpdateException refused = assertThrows(
                UpdateException.class, () -> SiteCopy.of(URI.create("https://updates.invalid/"), ANY, development));
        assertEquals(UpdateProblem.DEVELOPMENT_ONLY, refused.problem().code());
        UpdateException local = assertThrows(UpdateException.class, () -> SiteCopy.of(site.toUri(), ANY, development));
        assertEquals(UpdateProblem.NOT_TRUSTED, local.problem().code());
    }

    @Test
    void folderWithoutListIsNoSite() throws IOException {
        Files.delete(site.resolve("SHA256SUMS"));
        assertEquals(UpdateProblem.NOT_A_SITE, refused(ANY));
        assertEquals(UpdateProblem.SWITCHED_OFF, refused(new StationPolicy.Updates(false, Optional.empty(), false)));
    }

    @Test
    void brokenConnectionIsDamageAndRefusedOneIsUnreachable() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] file = Files.readAllBytes(
                    site.resolve(exchange.getRequestURI().getPath().substring(1)));
            boolean whole = exchange.getRequestURI().getPath().startsWith("/SHA");
            exchange.sendResponseHeaders(200, file.length);
            OutputStream out = exchange.getResponseBody();
            out.write(file, 0, whole ? file.length : file.length / 2);
            out.flush();
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        UpdateException broken = assertThrows(UpdateException.class, () -> {
            try (SiteCopy copy = open(address, ANY)) {
                copy.fetch("plugins/a b.jar");
            }
        });
        assertEquals(UpdateProblem.DAMAGED, broken.problem().code());
        server.stop(0);
        UpdateException silent = assertThrows(UpdateException.class, () -> open(address, ANY));
        assertEquals(UpdateProblem.UNREACHABLE, silent.problem().code());
    }
}
