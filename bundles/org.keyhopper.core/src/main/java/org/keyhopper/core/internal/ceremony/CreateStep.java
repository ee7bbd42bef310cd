package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;
import org.keyhopper.fido.DeviceException;

/** Makes the credential on the device. Not repeatable. */
final class CreateStep implements Step {

    /** Some cards take many seconds for a key pair; keys wait about 30 s for the touch. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration TOUCH = Duration.ofSeconds(30);

    @Override
    public CeremonyStep name() {
        return CeremonyStep.CREATE;
    }

    @Override
    public void perform(CeremonyState state) throws DeviceException {
        EnterpriseAttestation attestation = attestation(state);
        state.journal(
                JournalPoint.MAKING,
                Map.of(JournalFacts.RP_ID, state.options().relyingParty().id()));
        state.credentialMayBeOnDevice();
        NewCredential made;
        try {
            made = state.device
                    .authenticator()
                    .credentials()
                    .make(new CredentialRequest(state.options(), attestation), state.pin(), control(state));
        } catch (DeviceException e) {
            if (e.changedNothing()) {
                state.noCredentialOnDevice();
            }
            throw e;
        } finally {
            state.instruct(new Instruction.None());
        }
        state.made(made);
        state.journal(JournalPoint.MADE, facts(made));
    }

    private static EnterpriseAttestation attestation(CeremonyState state) throws DeviceException {
        boolean wanted = state.order.profile().wants(Profile.Option.ENTERPRISE_ATTESTATION);
        if (!wanted || !Demands.canEnterprise(state.info())) {
            return EnterpriseAttestation.NOT_WANTED;
        }
        if (!state.info().has("ep")) {
            state.device.authenticator().configuration().enableEnterpriseAttestation(state.pin());
        }
        return EnterpriseAttestation.VENDOR_FACILITATED;
    }

    private static ExchangeControl control(CeremonyState state) {
        return new ExchangeControl(Deadline.in(PATIENCE), new CancelSignal(), keepAlive -> {
            if (keepAlive == KeepAlive.TOUCH_NEEDED) {
                state.instruct(new Instruction.Touch(TOUCH));
            }
        });
    }

    /** All that a later proof needs; nothing of it is secret. */
    private static Map<String, String> facts(NewCredential made) {
        return Map.of(
                JournalFacts.CREDENTIAL_ID, made.id().base64Url(),
                JournalFacts.CLIENT_DATA, Base64.getEncoder().encodeToString(made.clientDataJson()),
                JournalFacts.ATTESTATION_OBJECT, Base64.getEncoder().encodeToString(made.attestationObject()));
    }
}
