package org.keyhopper.app.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementDetectorTest {

    private static final Instant BUILT = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    Path product;

    private Path bundles;

    @BeforeEach
    void install() throws IOException {
        bundles = product.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        Files.createDirectories(bundles.getParent());
        write("one", BUILT);
    }

    @Test
    void unchangedProductIsNotReplaced() {
        assertFalse(new ReplacementDetector(product).isReplaced());
    }

    @Test
    void olderVersionIsAReplacement() throws IOException {
        ReplacementDetector started = new ReplacementDetector(product);
        write("another", BUILT.minusSeconds(3600));
        assertTrue(started.isReplaced());
    }

    @Test
    void missingFileIsNoReplacementYet() throws IOException {
        ReplacementDetector started = new ReplacementDetector(product);
        Files.delete(bundles);
        assertFalse(started.isReplaced());
        write("another", BUILT.plusSeconds(1));
        assertTrue(started.isReplaced());
    }

    @Test
    void frameworkWithoutBundlesInfoIsNeverReplaced() throws IOException {
        Files.delete(bundles);
        ReplacementDetector started = new ReplacementDetector(product);
        write("one", BUILT);
        assertFalse(started.isReplaced());
    }

    private void write(String content, Instant time) throws IOException {
        Files.writeString(bundles, content);
        Files.setLastModifiedTime(bundles, FileTime.from(time));
    }
}
