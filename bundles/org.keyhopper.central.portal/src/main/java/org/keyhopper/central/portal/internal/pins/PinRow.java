package org.keyhopper.central.portal.internal.pins;

import java.time.Instant;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;

/**
 * A person whose PIN is in escrow.
 *
 * @param device name and serial number of the device; empty if they are not known
 * @param kept when the PIN was sealed
 * @param released when it was released last; null if it was not
 * @param releasedTo the name of the one who got it
 * @param pickUp how far its pick-up is; null where people do not pick up PINs
 * @param mine whether the operator of this page got it, and does not get it again
 */
public record PinRow(
        int position,
        String name,
        String account,
        String device,
        Instant kept,
        Instant released,
        String releasedTo,
        PickUpRow pickUp,
        boolean mine) {

    static PinRow of(RecipientState state, Instant kept) {
        Recipient person = state.recipient();
        String device =
                state.last().flatMap(OutcomeRecord::passkey).map(PinRow::device).orElse("");
        return new PinRow(state.id().position(), person.name(), person.user(), device, kept, null, "", null, false);
    }

    private static String device(MadePasskey made) {
        return made.serial()
                .filter(serial -> !made.deviceName().contains(serial))
                .map(serial -> made.deviceName() + " · " + serial)
                .orElse(made.deviceName());
    }

    PinRow releasedTo(String operator, Instant at, boolean own) {
        return new PinRow(position, name, account, device, kept, at, operator, pickUp, own);
    }

    PinRow with(PickUpRow found) {
        return new PinRow(position, name, account, device, kept, released, releasedTo, found, mine);
    }
}
