package org.keyhopper.api.directory;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What a directory can do.
 *
 * @param beginIsStateless whether {@link Passkeys#begin} leaves nothing behind at the directory, so that options may be
 *     fetched before it is certain that they are used
 * @param maxNameLength the maximum length of a passkey's name in UTF-16 code units
 * @param signInAddress where the system's browser shows the provider's sign-in, for trying a passkey; empty if there is no
 *     such address
 */
public record DirectoryCapabilities(boolean beginIsStateless, int maxNameLength, Optional<URI> signInAddress) {

    /** Enrolments are stored from their beginning, names may be of any length, and there is no address to sign in at. */
    public static final DirectoryCapabilities NONE =
            new DirectoryCapabilities(false, Integer.MAX_VALUE, Optional.empty());

    public DirectoryCapabilities {
        Objects.requireNonNull(signInAddress);
    }
}
