package org.keyhopper.core.internal.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.internal.ceremony.RegistrationSearch;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/**
 * Settles one ceremony that nobody saw end. What is registered and can be proved on a device that is plugged in counts;
 * what is registered and cannot be proved is removed again; what cannot be told stays unclear.
 */
record Settlement(
        JournalReconciler parts,
        ProvisioningRequest request,
        RecipientState recipient,
        CeremonyRecord ceremony,
        Directory directory,
        DeviceSearch devices) {

    OutcomeRecord settle() {
        if (!ceremony.reached(JournalPoint.REGISTERING)) {
            return failed(RunProblem.INTERRUPTED, true);
        }
        DirectoryUser user = user();
        RegistrationSearch search = new RegistrationSearch(directory.passkeys(), user);
        return switch (search.find(credentialId())) {
            case RegistrationSearch.Finding.Unknown(Problem problem) -> unclear(problem);
            case RegistrationSearch.Finding.Absent() -> failed(RunProblem.INTERRUPTED, true);
            case RegistrationSearch.Finding.Present(RegisteredPasskey passkey) -> prove(user, passkey);
        };
    }

    private OutcomeRecord prove(DirectoryUser user, RegisteredPasskey passkey) {
        boolean complete = ceremony.reached(JournalPoint.FINISHED) && ceremony.reached(JournalPoint.PROVED);
        if (complete || devices.completes(ceremony, request.profile())) {
            return provisioned(user, passkey);
        }
        Answer<Boolean> deleted = directory.passkeys().delete(user, passkey.id());
        return deleted.trouble().isPresent()
                ? unclear(deleted.trouble().get())
                : failed(RunProblem.INTERRUPTED_AND_REVOKED, true);
    }

    /** Only the id counts for requests; names are for the operator. */
    private DirectoryUser user() {
        String name = ceremony.fact(JournalFacts.USER_NAME)
                .orElse(recipient.recipient().user());
        return new DirectoryUser(
                ceremony.fact(JournalFacts.USER_ID).orElseThrow(),
                name,
                recipient.recipient().name(),
                recipient.recipient().email(),
                DirectoryUser.AccountState.UNKNOWN);
    }

    private CredentialId credentialId() {
        return CredentialId.ofBase64Url(
                ceremony.fact(JournalFacts.CREDENTIAL_ID).orElseThrow());
    }

    private OutcomeRecord provisioned(DirectoryUser user, RegisteredPasskey passkey) {
        MadePasskey made = made(Optional.of(passkey.id()));
        parts.records()
                .inventory()
                .put(new InventoryEntry(
                        made.credentialId(),
                        ceremony.fact(JournalFacts.RP_ID).orElseThrow(),
                        made.aaguid(),
                        ceremony.fact(JournalFacts.MODEL).orElse(""),
                        made.serial(),
                        request.directory(),
                        user.id(),
                        user.displayName(),
                        passkey.id(),
                        recipient.id(),
                        InventoryEntry.State.IN_USE,
                        parts.clock().instant()));
        return record(Outcome.PROVISIONED, Optional.empty(), Optional.of(made), List.of());
    }

    private MadePasskey made(Optional<String> passkeyId) {
        return new MadePasskey(
                credentialId(),
                passkeyId,
                ceremony.fact(JournalFacts.AAGUID).map(UUID::fromString).orElseThrow(),
                ceremony.fact(JournalFacts.DEVICE_NAME).orElse(""),
                ceremony.fact(JournalFacts.SERIAL));
    }

    /** Keeps the reason of an attempt that told one; otherwise the interruption is the reason. */
    private OutcomeRecord failed(RunProblem interruption, boolean cleanDevice) {
        List<Problem> left = cleanDevice ? devices.clean(ceremony) : List.of();
        Problem reason = told().orElse(Problem.of(interruption));
        return record(Outcome.FAILED, Optional.of(reason), Optional.empty(), left);
    }

    /** A ceremony that nobody closed told no reason; what the recipient has is of an earlier one. */
    private Optional<Problem> told() {
        return ceremony.closed() ? recipient.last().flatMap(OutcomeRecord::problem) : Optional.empty();
    }

    private OutcomeRecord unclear(Problem problem) {
        Optional<MadePasskey> made =
                ceremony.fact(JournalFacts.CREDENTIAL_ID).map(id -> made(ceremony.fact(JournalFacts.PASSKEY_ID)));
        return record(Outcome.UNCLEAR, Optional.of(problem), made, new ArrayList<>());
    }

    private OutcomeRecord record(
            Outcome outcome, Optional<Problem> problem, Optional<MadePasskey> made, List<Problem> notes) {
        return new OutcomeRecord(outcome, problem, made, notes, parts.clock().instant(), Duration.ZERO);
    }
}
