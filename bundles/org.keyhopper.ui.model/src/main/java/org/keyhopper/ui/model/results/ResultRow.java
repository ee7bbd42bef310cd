package org.keyhopper.ui.model.results;

import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/**
 * One person with what became of it.
 *
 * @param reason why it came to that; empty when provisioned
 * @param action what to do about it; empty when there is nothing to do
 * @param device name of the passkey, if one was made
 * @param pin whether an initial PIN can be shown
 * @param holder how the directory finds the person
 * @param former whose passkey was on the device before and is still registered, if so
 */
public record ResultRow(
        int position,
        String name,
        String user,
        OutcomeStyle look,
        String reason,
        String action,
        String device,
        String when,
        boolean pin,
        PasskeyHolder holder,
        Optional<PasskeyHolder> former) {

    boolean has(Outcome outcome) {
        return look.outcome() == outcome;
    }
}
