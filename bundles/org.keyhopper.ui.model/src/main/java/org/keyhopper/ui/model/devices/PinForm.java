package org.keyhopper.ui.model.devices;

import java.util.OptionalInt;

/**
 * What a PIN dialog asks for.
 *
 * @param asksCurrent whether the PIN that the device has is asked for
 * @param asksNew whether a new one is, twice
 * @param minimumLength code points a new one needs
 * @param tries left for the present one, if known
 */
public record PinForm(
        String title, String message, boolean asksCurrent, boolean asksNew, int minimumLength, OptionalInt tries) {}
