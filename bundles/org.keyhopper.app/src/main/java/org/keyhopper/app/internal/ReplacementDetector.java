package org.keyhopper.app.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/**
 * Detects that the installation was replaced while this process runs, by a system package or by an update from
 * another process. Classes loaded before remain available, others may be missing.
 */
final class ReplacementDetector {

    private final Path bundles;
    private final Optional<FileTime> started;

    /** @param product the installation folder */
    ReplacementDetector(Path product) {
        bundles = product.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        started = time();
    }

    static ReplacementDetector of(BundleContext context) {
        // The framework's own value; spaces in it are not escaped.
        String area = context.getProperty("osgi.install.area");
        return new ReplacementDetector(Path.of(URI.create(area.replace(" ", "%20"))));
    }

    /** Fast enough for occasional use on the UI thread. */
    boolean isReplaced() {
        Optional<FileTime> now = time();
        // While a package is being unpacked the file is missing for a moment; the replacement is reported once it
        // exists.
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
