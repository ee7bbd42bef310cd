package org.keyhopper.documents;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.HandOverCode;

/** The letters of released PINs. Opens one PIN after the other, and wipes the one before. */
public final class OpenedLetters implements Iterator<PinLetter> {

    private static final String MADE_UP = "0000000000000000";

    private final ProvisioningRequest request;
    private final Iterator<EscrowedPin> pins;
    private final Function<byte[], Answer<Secret>> key;
    private final LetterAddresses addresses;
    private Secret last = Secret.of("");

    /**
     * @param key opens a sealed PIN
     * @param addresses of all people
     */
    public OpenedLetters(
            ProvisioningRequest request,
            Iterator<EscrowedPin> pins,
            Function<byte[], Answer<Secret>> key,
            LetterAddresses addresses) {
        this.request = request;
        this.pins = pins;
        this.key = key;
        this.addresses = addresses;
    }

    /** Returns the same letters with a made-up PIN, to see whether they can be written; nothing is opened. */
    public static OpenedLetters madeUp(
            ProvisioningRequest request, Iterator<EscrowedPin> pins, LetterAddresses addresses) {
        return new OpenedLetters(request, pins, pin -> Answer.done(Secret.of(MADE_UP)), addresses);
    }

    @Override
    public boolean hasNext() {
        if (!pins.hasNext()) {
            last.close();
        }
        return pins.hasNext();
    }

    /** @throws UnopenedPinException if the key does not open the next PIN */
    @Override
    public PinLetter next() {
        EscrowedPin sealed = pins.next();
        last.close();
        Answer<Secret> opened = key.apply(sealed.sealed());
        last = opened.result()
                .orElseThrow(() -> new UnopenedPinException(opened.failure().orElseThrow()));
        RecipientState person = request.recipients().stream()
                .filter(one -> one.id().equals(sealed.recipient()))
                .findFirst()
                .orElseThrow();
        Recipient recipient = person.recipient();
        Optional<MadePasskey> made = person.last().flatMap(OutcomeRecord::passkey);
        return new PinLetter(
                recipient.name(),
                addresses.of(recipient),
                recipient.user(),
                made.map(MadePasskey::deviceName).orElse(""),
                made.flatMap(MadePasskey::serial).orElse(""),
                last,
                sealed.delivery().released().isPresent(),
                HandOverCode.of(sealed.recipient()));
    }
}
