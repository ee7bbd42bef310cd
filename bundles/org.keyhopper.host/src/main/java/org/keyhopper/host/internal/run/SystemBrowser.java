package org.keyhopper.host.internal.run;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens addresses in the browser of the operating system, by its own command. */
public final class SystemBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(SystemBrowser.class);

    private SystemBrowser() {}

    /** Returns whether the command was started; whether a browser came of it is not known. */
    public static boolean open(URI address) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name").toLowerCase(Locale.ROOT), address.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            LOG.info("The browser cannot be started", e);
            return false;
        }
    }

    static List<String> command(String system, String address) {
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
    }
}
