package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.internal.central.CentralPasskeys;
import org.keyhopper.core.internal.ceremony.CeremonyState.Mark;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.internal.device.UserPresenceControl;
import org.keyhopper.core.internal.reset.AuthenticatorReset;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.run.Demand;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.DeviceException;

/**
 * Creates the credential: options from the directory, authenticatorMakeCredential (CTAP 2.2 section 6.1) on the device,
 * and the local verification of what the device made.
 */
final class CreationSteps {

    /** Time for a slow card, a touch and a registration. */
    private static final Duration NEEDED = Duration.ofSeconds(45);

    /** A device with a button that is silent for this long waits for a touch. */
    private static final Duration SILENCE_WITH_BUTTON = Duration.ofSeconds(1);

    /** Another device that is silent for this long has a button after all, or is slow. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private CreationSteps() {}

    /** Fetches the options as late as possible, and refuses those that would expire before the registration. */
    static void fetchOptions(CeremonyState state) throws StepFailedException {
        EnrolmentOptions options = StepFailedException.unlessFailed(begun(state));
        state.fetched(options);
        Instant now = state.tools.clock().instant();
        if (options.expires().isBefore(now.plus(NEEDED))) {
            throw new StepFailedException(Problem.of(DirectoryProblem.OPTIONS_EXPIRED));
        }
    }

    /** Only a refusal is certain to have begun nothing. */
    private static Answer<EnrolmentOptions> begun(CeremonyState state) {
        state.set(Mark.ENROLMENT_BEGUN);
        Answer<EnrolmentOptions> answer = state.passkeys().begin(state.order.user());
        if (answer instanceof Answer.Failed<EnrolmentOptions>) {
            state.clear(Mark.ENROLMENT_BEGUN);
        }
        return answer;
    }

    /** Makes the credential on the device; not repeatable. */
    static void create(CeremonyState state) throws StepFailedException, DeviceException {
        EnterpriseAttestation attestation = attestation(state);
        state.journal(JournalPoint.MAKING, makingFacts(state));
        state.set(Mark.CREDENTIAL_ON_DEVICE);
        NewCredential made;
        try {
            made = make(state, new CredentialRequest(state.options(), attestation));
        } catch (DeviceException e) {
            if (e.changedNothing()) {
                state.clear(Mark.CREDENTIAL_ON_DEVICE);
            }
            throw e;
        } catch (StepFailedException e) {
            // Thrown only while a device is awaited after a refusal, which changed nothing.
            state.clear(Mark.CREDENTIAL_ON_DEVICE);
            throw e;
        } finally {
            state.instruct(new Instruction.None());
        }
        state.made(made);
        state.journal(JournalPoint.MADE, facts(made));
    }

    private static Map<String, String> makingFacts(CeremonyState state) {
        Map<String, String> facts = new HashMap<>();
        facts.put(JournalFacts.RP_ID, state.options().relyingParty().id());
        facts.put(JournalFacts.ENROLMENT_ID, state.options().enrolmentId());
        state.tools
                .central()
                .flatMap(CentralPasskeys::proofClientData)
                .ifPresent(it -> facts.put(
                        JournalFacts.PROOF_CLIENT_DATA, Base64.getEncoder().encodeToString(it)));
        return facts;
    }

    /** A missed touch is requested once more, and used-up user presence of a card is renewed once. */
    private static NewCredential make(CeremonyState state, CredentialRequest request)
            throws StepFailedException, DeviceException {
        UserPresenceControl presence = presence(state);
        try {
            return makeOnce(state, request, presence);
        } catch (DeviceException e) {
            if (isMissedTouch(state, presence, e)) {
                state.resetContext().reportMissed(e.problem());
                // Where the insertion counts as the touch, a power cycle renews it.
                AuthenticatorReset.powerCycle(state.device());
                return makeOnce(state, request, presence(state));
            }
            return new UserPresenceRenewal(state).retry(() -> makeOnce(state, request, presence(state)), e);
        }
    }

    /** A contactless card is touched by lifting it and putting it back. */
    private static boolean isMissedTouch(CeremonyState state, UserPresenceControl presence, DeviceException refusal) {
        boolean isTouched =
                state.isKey() || state.device().link().kind() == DeviceKind.CONTACT_CARD && presence.hasRequested();
        return isTouched
                && refusal.changedNothing()
                && refusal.problem().is(DeviceProblem.NOT_TOUCHED)
                && !state.stop.isCancelled();
    }

    private static NewCredential makeOnce(CeremonyState state, CredentialRequest request, UserPresenceControl presence)
            throws DeviceException {
        try (presence) {
            return state.device()
                    .authenticator()
                    .credentials()
                    .makeCredential(request, state.pin(), presence.exchange());
        }
    }

    /** Without an operator at the device a touch is requested only where the device says that it waits. */
    private static UserPresenceControl presence(CeremonyState state) {
        UserPresenceControl presence = UserPresenceControl.forTouch(state.stop, state::instruct);
        return state.tools.reinsertion().isPresent()
                ? presence.orAfterSilence(hasButton(state) ? SILENCE_WITH_BUTTON : SILENCE)
                : presence;
    }

    private static boolean hasButton(CeremonyState state) {
        boolean isUsedOverUsb = state.info().transports().contains("usb");
        return state.isKey() || (isUsedOverUsb && state.device().link().kind() == DeviceKind.CONTACT_CARD);
    }

    private static EnterpriseAttestation attestation(CeremonyState state) throws DeviceException {
        if (!state.profileSupport().requestsEnterpriseAttestation()) {
            return EnterpriseAttestation.NOT_WANTED;
        }
        if (!state.info().has("ep")) {
            state.device().authenticator().configuration().enableEnterpriseAttestation(state.pin());
        }
        return EnterpriseAttestation.VENDOR_FACILITATED;
    }

    /** Everything that a later proof needs; nothing of it is secret. */
    private static Map<String, String> facts(NewCredential made) {
        return Map.of(
                JournalFacts.CREDENTIAL_ID, made.id().base64Url(),
                JournalFacts.CLIENT_DATA, Base64.getEncoder().encodeToString(made.clientDataJson()),
                JournalFacts.ATTESTATION_OBJECT, Base64.getEncoder().encodeToString(made.attestationObject()));
    }

    /**
     * Verifies the credential as the directory would (WebAuthn Level 3 section 7.1), while undoing it is still simple.
     */
    static void verify(CeremonyState state) throws StepFailedException {
        Optional<Problem> problem = state.tools
                .verifier()
                .checkNew(state.credential(), state.options(), state.info())
                .or(() -> state.checkMetadata(metadata -> metadata.checkMaker(state.credential())))
                .or(() -> state.attestationEnforced ? EnforcedAttestation.checkCredential(state) : Optional.empty());
        if (problem.isPresent()) {
            throw new StepFailedException(problem.get());
        }
        noteMissingEnterpriseAttestation(state);
    }

    /** A device that is asked for enterprise attestation gives it only to the relying parties on its maker's list. */
    private static void noteMissingEnterpriseAttestation(CeremonyState state) throws StepFailedException {
        if (!state.profileSupport().lacksEnterpriseAttestation(state.credential())) {
            return;
        }
        if (state.order.profile().unsupported() == Profile.Unsupported.REFUSE) {
            throw new StepFailedException(Problem.of(DeviceProblem.NOT_SUPPORTED, Demand.ENTERPRISE_ATTESTATION.id()));
        }
        state.notes.add(ProfileSupport.notApplied(Demand.ENTERPRISE_ATTESTATION));
    }
}
