package org.keyhopper.api.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.keyhopper.api.diagnostic.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** What a directory needs a person for. Called on the thread that works with the directory; returns
 * quickly, but for {@link #confirmChange}. */
@ProviderType
public interface DirectoryPrompts {

    /** Opens the system's browser at a sign-in page; where there is none, shows the address. */
    void openBrowser(URI address);

    /** Shows a code to be typed at the address before it expires (OAuth device code). */
    void showDeviceCode(String code, URI address, Instant expires);

    /** Reports that a request is delayed, and why. */
    void waiting(Problem reason, Duration time);

    /**
     * Asks whether the connector may change the directory so that this stands in the way no longer, for everybody of this
     * session; waits for the answer. Without an operator the answer is no.
     */
    default boolean confirmChange(Problem obstacle) {
        return false;
    }

    /** Returns whether the operator cancelled; called about once a second during a sign-in. */
    boolean isCancelled();
}
