package org.keyhopper.ui.internal.window;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the makers of the software in the product want to have passed on, from the product's own folder. */
final class ThirdPartyNotices {

    private static final Logger LOG = LoggerFactory.getLogger(ThirdPartyNotices.class);
    /** The property of the framework that has the address of the folder the product is in. */
    private static final String PRODUCT = "osgi.install.area";

    private static final String FILE = "NOTICES.txt";

    private ThirdPartyNotices() {}

    /** Reads some hundred kilobytes; empty where the file is not there. */
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
