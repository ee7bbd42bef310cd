package org.keyhopper.app.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/**
 * Tells when the product was replaced under a desktop that goes on running: by the system's packages, or by an update that
 * somebody else made. What it has loaded stays loaded, but what it has not may be gone.
 */
final class ReplacementDetector {

    private final Path bundles;
    private final Optional<FileTime> started;

    /** @param product the folder that holds the product */
    ReplacementDetector(Path product) {
        bundles = product.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        started = time();
    }

    static ReplacementDetector of(BundleContext context) {
        // The framework's own value, in which spaces are not escaped.
        String area = context.getProperty("osgi.install.area");
        return new ReplacementDetector(Path.of(URI.create(area.replace(" ", "%20"))));
    }

    /** Fast enough for the UI thread, now and then. */
    boolean isReplaced() {
        Optional<FileTime> now = time();
        // A package that is being unpacked has none for a moment; it is told when it is there.
        return now.isPresent() && started.isPresent() && !now.equals(started);
    }

    private Optional<FileTime> time() {
        try {
            return Optional.of(Files.getLastModifiedTime(bundles));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
