package org.keyhopper.host.internal.run;

import org.keyhopper.core.request.RequestId;

/**
 * The options of a manual run.
 *
 * @param slot a part of the reader's or key's name, or empty for any
 * @param keysOnly whether the slot is a key's, so that problems of readers are irrelevant
 * @param pinVariable the environment variable that holds a PIN, or empty for the keyboard
 */
public record RunOptions(
        RequestId request, String slot, boolean keysOnly, OnProvisioned onProvisioned, String pinVariable) {}
