package org.keyhopper.ui.model.devices;

import org.keyhopper.api.device.CredentialId;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/**
 * One device that was given to somebody.
 *
 * @param id of the passkey that was made on it
 * @param holder the name, with the one under which it was given where that is another
 * @param owner how the directory finds whoever holds it
 */
public record InventoryRow(
        CredentialId id,
        String holder,
        String device,
        String serial,
        String directory,
        String since,
        String state,
        Tint tint,
        OutcomeStyle.Mark mark,
        PasskeyHolder owner) {}
