package org.keyhopper.ui.model.devices;

import java.util.OptionalInt;

/**
 * The fields of a PIN dialog.
 *
 * @param asksCurrent whether the current PIN is required
 * @param asksNew whether a new PIN is required, entered twice
 * @param minimumLength of a new PIN, in code points
 * @param tries remaining retries for the current PIN, if known
 */
public record PinForm(
        String title, String message, boolean asksCurrent, boolean asksNew, int minimumLength, OptionalInt tries) {}
