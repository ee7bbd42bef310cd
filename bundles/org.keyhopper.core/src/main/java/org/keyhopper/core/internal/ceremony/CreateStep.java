package org.keyhopper.core.internal.ceremony;

import java.util.Base64;
import java.util.Map;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.internal.reset.AuthenticatorReset;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;
import org.keyhopper.fido.DeviceException;

/** Makes the credential on the device. Not repeatable. */
final class CreateStep implements Step {

    @Override
    public CeremonyStep name() {
        return CeremonyStep.CREATE;
    }

    @Override
    public void perform(CeremonyState state) throws StepFailure, DeviceException {
        EnterpriseAttestation attestation = attestation(state);
        state.journal(
                JournalPoint.MAKING,
                Map.of(
                        JournalFacts.RP_ID, state.options().relyingParty().id(),
                        JournalFacts.ENROLMENT_ID, state.options().enrolmentId()));
        state.credentialMayBeOnDevice();
        NewCredential made;
        try {
            made = make(state, new CredentialRequest(state.options(), attestation));
        } catch (DeviceException e) {
            if (e.changedNothing()) {
                state.noCredentialOnDevice();
            }
            throw e;
        } catch (StepFailure e) {
            // The device was waited for after a refusal that changed nothing.
            state.noCredentialOnDevice();
            throw e;
        } finally {
            state.instruct(new Instruction.None());
        }
        state.made(made);
        state.journal(JournalPoint.MADE, facts(made));
    }

    /** The person at a key that was not touched gets one more chance, and so does a card whose insertion is used up. */
    private static NewCredential make(CeremonyState state, CredentialRequest request)
            throws StepFailure, DeviceException {
        TouchPrompt prompt = TouchPrompt.at(state);
        try {
            return makeOnce(state, request, prompt);
        } catch (DeviceException e) {
            if (isMissedTouch(state, prompt, e)) {
                state.missed(e.problem());
                // Where it is the insertion that counts as the touch, fresh power renews it.
                AuthenticatorReset.powerCycle(state.device());
                return makeOnce(state, request, TouchPrompt.at(state));
            }
            return new UserPresenceRenewal(state).renewedFor(() -> makeOnce(state, request, TouchPrompt.at(state)), e);
        }
    }

    /** A contactless card is touched by lifting it and putting it back. */
    private static boolean isMissedTouch(CeremonyState state, TouchPrompt prompt, DeviceException refusal) {
        boolean isTouched =
                state.isKey() || state.device().link().kind() == DeviceKind.CONTACT_CARD && prompt.hasAsked();
        return isTouched
                && refusal.changedNothing()
                && refusal.problem().is(DeviceProblem.NOT_TOUCHED)
                && !state.stop.isRaised();
    }

    private static NewCredential makeOnce(CeremonyState state, CredentialRequest request, TouchPrompt prompt)
            throws DeviceException {
        try (prompt) {
            return state.device().authenticator().credentials().make(request, state.pin(), prompt.control());
        }
    }

    private static EnterpriseAttestation attestation(CeremonyState state) throws DeviceException {
        boolean wanted = state.order.profile().wants(Profile.Option.ENTERPRISE_ATTESTATION);
        if (!wanted || !ProfileSupport.canEnterprise(state.info())) {
            return EnterpriseAttestation.NOT_WANTED;
        }
        if (!state.info().has("ep")) {
            state.device().authenticator().configuration().enableEnterpriseAttestation(state.pin());
        }
        return EnterpriseAttestation.VENDOR_FACILITATED;
    }

    /** All that a later proof needs; nothing of it is secret. */
    private static Map<String, String> facts(NewCredential made) {
        return Map.of(
                JournalFacts.CREDENTIAL_ID, made.id().base64Url(),
                JournalFacts.CLIENT_DATA, Base64.getEncoder().encodeToString(made.clientDataJson()),
                JournalFacts.ATTESTATION_OBJECT, Base64.getEncoder().encodeToString(made.attestationObject()));
    }
}
