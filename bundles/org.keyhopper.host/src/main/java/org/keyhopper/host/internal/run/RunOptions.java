package org.keyhopper.host.internal.run;

import org.keyhopper.core.request.RequestId;

/**
 * What run is wanted.
 *
 * @param slot a part of the reader's or key's name, or empty for any
 * @param keysOnly whether the slot is a key's, so that readers do not matter
 * @param pinVariable the environment variable that holds a PIN, or empty for the keyboard
 */
public record RunOptions(
        RequestId request, String slot, boolean keysOnly, OnProvisioned onProvisioned, String pinVariable) {}
