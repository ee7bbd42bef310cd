package org.keyhopper.central.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** How the program names itself to Central (RFC 9110 section 10.1.5): {@code Keyhopper/VERSION}. */
final class UserAgent {

    static final String VALUE = "Keyhopper/" + version();

    private UserAgent() {}

    /** Returns the version of this bundle; "development" outside of the product. */
    private static String version() {
        try (InputStream in = UserAgent.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            if (in != null) {
                Attributes main = new Manifest(in).getMainAttributes();
                String name = main.getValue("Bundle-SymbolicName");
                String version = main.getValue("Bundle-Version");
                if (name != null && name.startsWith("org.keyhopper.central.client") && version != null) {
                    return version;
                }
            }
            return "development";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
