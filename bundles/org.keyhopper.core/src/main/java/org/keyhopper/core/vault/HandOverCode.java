package org.keyhopper.core.vault;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/** The code on letters and hand-out lists, such as {@code R7K3M-12}: request and position. It reveals nothing of the PIN. */
public final class HandOverCode {

    private HandOverCode() {}

    public static String of(RecipientId recipient) {
        return recipient.request().value() + "-" + recipient.position();
    }

    /**
     * Finds the one of these people of a request by what a scanner read or an operator typed: the code, the account, or the serial number of
     * the device. Empty if it is no one's, or that of several.
     */
    public static Optional<RecipientState> find(Collection<RecipientState> people, String scanned) {
        String text = scanned.strip();
        List<RecipientState> found = people.stream()
                .filter(person -> of(person.id()).equalsIgnoreCase(text)
                        || person.recipient().user().equalsIgnoreCase(text)
                        || serial(person).filter(text::equalsIgnoreCase).isPresent())
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<String> serial(RecipientState person) {
        return person.last().flatMap(OutcomeRecord::passkey).flatMap(MadePasskey::serial);
    }
}
