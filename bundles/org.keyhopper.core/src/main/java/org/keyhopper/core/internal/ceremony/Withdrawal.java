package org.keyhopper.core.internal.ceremony;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.request.LeaseLostException;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a ceremony whose lease was lost: another process has the request, or had it, and settled the recipient by what it saw.
 * Nothing can be written any more, so what is done and what is left is logged.
 */
final class Withdrawal {

    private static final Logger LOGGER = LoggerFactory.getLogger(Withdrawal.class);

    private Withdrawal() {}

    /** Does what needs the lease; where that is lost, withdraws the ceremony and passes the failure on. */
    static <T> T underLease(CeremonyState state, Supplier<T> work) {
        try {
            return work.get();
        } catch (LeaseLostException e) {
            withdraw(state);
            throw e;
        }
    }

    private static void withdraw(CeremonyState state) {
        RecipientId recipient = state.order.recipient().id();
        if (isGood(state)) {
            LOGGER.warn("{}: the claim was lost after the passkey was complete; it stays as it is", recipient);
            return;
        }
        List<Problem> left = withdrawn(state);
        LOGGER.warn(
                "{}: the claim was lost during enrolment {}; what it made was removed. Left behind: {}",
                recipient,
                state.id.value(),
                left.isEmpty() ? "nothing" : left);
    }

    /** A complete passkey counts for the one who reconciles: it is, or will be, the recipient's. */
    private static boolean isGood(CeremonyState state) {
        return state.isCompleteInJournal()
                || state.madeCredential()
                        .filter(made -> isSettledWith(state, made.id()))
                        .isPresent();
    }

    private static boolean isSettledWith(CeremonyState state, CredentialId credential) {
        RecipientId id = state.order.recipient().id();
        try {
            return state.tools.requests().find(id.request()).stream()
                    .flatMap(request -> request.recipients().stream())
                    .filter(recipient -> recipient.id().equals(id))
                    .anyMatch(recipient -> isProvisionedWith(recipient, credential));
        } catch (StoreException e) {
            LOGGER.error("{}: it cannot be read how the recipient stands; nothing is removed", id, e);
            return true;
        }
    }

    private static boolean isProvisionedWith(RecipientState recipient, CredentialId credential) {
        Optional<CredentialId> settled =
                recipient.last().flatMap(OutcomeRecord::passkey).map(MadePasskey::credentialId);
        return recipient.outcome() == Outcome.PROVISIONED && settled.equals(Optional.of(credential));
    }

    private static List<Problem> withdrawn(CeremonyState state) {
        Undo undo = new Undo(state);
        try {
            return state.onDevice(undo::withdraw);
        } catch (StepFailure | DeviceException e) {
            throw new IllegalStateException("what cannot be undone is an answer", e);
        }
    }
}
