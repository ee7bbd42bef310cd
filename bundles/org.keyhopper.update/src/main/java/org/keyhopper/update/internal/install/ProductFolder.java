package org.keyhopper.update.internal.install;

import java.net.URI;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** The folder in which the product is installed. */
public final class ProductFolder {

    private ProductFolder() {}

    /** Reads the framework property, a file URL that may contain unescaped spaces. */
    public static Path of(BundleContext context) {
        String area = context.getProperty("osgi.install.area");
        return Path.of(URI.create(area.replace(" ", "%20"))).toAbsolutePath().normalize();
    }
}
