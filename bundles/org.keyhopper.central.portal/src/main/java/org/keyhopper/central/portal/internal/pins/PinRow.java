package org.keyhopper.central.portal.internal.pins;

import java.time.Instant;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.vault.HandOverCode;
import org.keyhopper.core.vault.PinDelivery;

/**
 * A person whose PIN is in escrow.
 *
 * @param code on the letter of this person
 * @param device name and serial number of the device; empty if they are not known
 * @param kept when the PIN was sealed
 * @param state how far it is on its way to the person
 * @param since since when; null while it is only sealed
 * @param overdue whether it should have been confirmed by now
 * @param released when it was released last; null if it was not
 * @param releasedTo the name of the one who got it last; empty if it was not released
 * @param pickUp how far its pick-up is; null where people do not pick up PINs
 */
public record PinRow(
        int position,
        String code,
        String name,
        String account,
        String device,
        Instant kept,
        PinDelivery.State state,
        Instant since,
        boolean overdue,
        Instant released,
        String releasedTo,
        PickUpRow pickUp) {

    static PinRow of(RecipientState person, SealedPin pin, String releasedTo, PickUpRow pickUp) {
        Recipient recipient = person.recipient();
        PinDelivery delivery = pin.delivery();
        return new PinRow(
                person.id().position(),
                HandOverCode.of(person.id()),
                recipient.name(),
                recipient.user(),
                person.last()
                        .flatMap(OutcomeRecord::passkey)
                        .map(PinRow::device)
                        .orElse(""),
                pin.kept(),
                delivery.state(),
                delivery.since().orElse(null),
                delivery.isOverdue(Instant.now()),
                delivery.released().orElse(null),
                releasedTo,
                pickUp);
    }

    private static String device(MadePasskey made) {
        return made.serial()
                .filter(serial -> !made.deviceName().contains(serial))
                .map(serial -> made.deviceName() + " · " + serial)
                .orElse(made.deviceName());
    }

    /** Returns the colour of its state. */
    public String tint() {
        if (overdue) {
            return "attention";
        }
        return state == PinDelivery.State.CONFIRMED ? "good" : "";
    }
}
