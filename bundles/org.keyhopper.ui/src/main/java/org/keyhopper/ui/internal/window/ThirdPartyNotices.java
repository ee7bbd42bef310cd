package org.keyhopper.ui.internal.window;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the notices of third-party software from the installation folder. */
final class ThirdPartyNotices {

    private static final Logger LOG = LoggerFactory.getLogger(ThirdPartyNotices.class);
    /** The framework property with the URL of the installation folder. */
    private static final String PRODUCT = "osgi.install.area";

    private static final String FILE = "NOTICES.txt";

    private ThirdPartyNotices() {}

    /** Reads some hundred kilobytes; empty if the file is missing. */
    static Optional<String> text() {
        try {
            String product = FrameworkUtil.getBundle(ThirdPartyNotices.class)
                    .getBundleContext()
                    .getProperty(PRODUCT);
            return Optional.of(Files.readString(Path.of(URI.create(product)).resolve(FILE)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read", FILE, e);
            return Optional.empty();
        }
    }
}
