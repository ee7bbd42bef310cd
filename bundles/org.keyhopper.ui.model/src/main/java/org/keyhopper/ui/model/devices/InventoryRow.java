package org.keyhopper.ui.model.devices;

import java.time.Instant;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/**
 * One device that was handed out.
 *
 * @param id of the passkey created on it
 * @param holder the current name, and the name at the time of issue if it differs
 * @param since the date of {@code sinceAt} as text
 * @param inUse whether it can be marked as lost
 * @param owner identifies the holder at the directory
 */
public record InventoryRow(
        CredentialId id,
        String holder,
        String device,
        String serial,
        String directory,
        String since,
        Instant sinceAt,
        String state,
        Tint tint,
        OutcomeStyle.Mark mark,
        boolean inUse,
        PasskeyHolder owner) {}
