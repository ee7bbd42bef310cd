package org.keyhopper.ui.model.results;

import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/**
 * One person with the outcome.
 *
 * @param reason why it was not provisioned; empty when provisioned
 * @param action the remedy; empty when none is needed
 * @param device name of the passkey, if one was created
 * @param when the time of the outcome as text; empty before there is one
 * @param at that time; {@link Instant#MIN} before there is one
 * @param pin whether an initial PIN can be shown
 * @param sealed whether an initial PIN is sealed to an escrow key
 * @param holder identifies the person at the directory
 * @param problem the code of the reason, if it is a problem
 * @param former the former holder of the device whose passkey is still registered, if any
 */
public record ResultRow(
        int position,
        String name,
        String user,
        OutcomeStyle style,
        String reason,
        String action,
        String device,
        String when,
        Instant at,
        boolean pin,
        boolean sealed,
        PasskeyHolder holder,
        Optional<String> problem,
        Optional<PasskeyHolder> former) {

    boolean has(Outcome outcome) {
        return style.outcome() == outcome;
    }
}
