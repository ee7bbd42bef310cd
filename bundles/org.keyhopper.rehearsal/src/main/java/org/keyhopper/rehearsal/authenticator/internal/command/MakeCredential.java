package org.keyhopper.rehearsal.authenticator.internal.command;

import java.security.KeyPair;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.PinToken;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.Abilities.Function;
import org.keyhopper.rehearsal.authenticator.model.Credential;
import org.keyhopper.rehearsal.authenticator.model.CredentialKey;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** authenticatorMakeCredential (CTAP 2.1, section 6.1). */
final class MakeCredential implements Command {
    private static final int UV_REQUIRED = 3;

    private final AuthenticatorContext device;
    private final VerificationPolicy policy;
    private final CreationExtensions extensions;
    private final AttestationStatement statement;

    MakeCredential(AuthenticatorContext device) {
        this.device = device;
        policy = new VerificationPolicy(device);
        extensions = new CreationExtensions(device);
        statement = new AttestationStatement(device);
    }

    @Override
    public CborMapBuilder run(CborParameters parameters, Interaction interaction) {
        policy.answerProbe(parameters, 0x08, interaction);
        var request = CreationRequest.read(
                parameters, device.personality().credentials().listLimit());
        requireEnterpriseAllowed(request.enterprise());
        requireRoomOfItsOwn(request);
        Optional<PinToken> token = verification(parameters, request);
        refuseExcluded(request, token.isPresent(), interaction);
        device.requirePresence(interaction);
        token.ifPresent(policy::spend);
        return create(request, token.isPresent());
    }

    private void requireRoomOfItsOwn(CreationRequest request) {
        if (request.discoverable() && !device.personality().abilities().has(Function.RESIDENT_KEYS)) {
            throw new CtapFailure(Status.UNSUPPORTED_OPTION);
        }
    }

    private Optional<PinToken> verification(CborParameters parameters, CreationRequest request) {
        if (parameters.has(0x08)) {
            return Optional.of(policy.verifiedFor(request.relyingParty().id(), parameters, 0x08, PinToken.MC));
        }
        boolean pinSet = device.state().pin().isSet();
        boolean needed = pinSet && (request.discoverable() || !policy.uvFreeCreation());
        if (needed || device.state().alwaysUv()) {
            throw new CtapFailure(Status.PUAT_REQUIRED);
        }
        return Optional.empty();
    }

    private void refuseExcluded(CreationRequest request, boolean verified, Interaction interaction) {
        boolean excluded = device.state().credentials().stream()
                .filter(each ->
                        each.relyingParty().id().equals(request.relyingParty().id()))
                .filter(each -> verified || each.protection() < UV_REQUIRED)
                .anyMatch(each -> Descriptors.contains(request.excludeList(), each));
        if (excluded) {
            device.requirePresence(interaction);
            throw new CtapFailure(Status.CREDENTIAL_EXCLUDED);
        }
    }

    private void requireEnterpriseAllowed(Optional<Integer> enterprise) {
        if (enterprise.isPresent() && !device.state().enterpriseEnabled()) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        if (enterprise.filter(kind -> kind != 1 && kind != 2).isPresent()) {
            throw new CtapFailure(Status.INVALID_OPTION);
        }
    }

    private CborMapBuilder create(CreationRequest request, boolean verified) {
        CreationExtensions.Result extended = extensions.apply(request);
        KeyPair pair = P256.generate(device.random());
        var key = new CredentialKey(
                pair.getPrivate().getEncoded(), pair.getPublic().getEncoded(), device.randomBytes(64));
        var credential = new Credential(
                device.randomBytes(device.personality().credentials().idLength()),
                request.discoverable(),
                request.relyingParty(),
                request.user(),
                key,
                extended.protection());
        byte[] authData = AuthenticatorData.of(
                        credential, device.personality().identity().aaguid())
                .counter(device.state().countSignature())
                .verified(verified)
                .extensions(extended.outputs())
                .encoded();
        store(credential);
        return statement.over(authData, request, credential);
    }

    private void store(Credential credential) {
        if (credential.discoverable()) {
            String rpId = credential.relyingParty().id();
            byte[] userId = credential.user().id();
            refuseFullStore(rpId, userId);
            device.state().removeIf(each -> each.discoverable() && each.belongsTo(rpId, userId));
        }
        device.state().add(credential);
    }

    private void refuseFullStore(String rpId, byte[] userId) {
        var stored = device.state().discoverable();
        boolean replaces = stored.stream().anyMatch(each -> each.belongsTo(rpId, userId));
        if (!replaces && stored.size() >= device.personality().credentials().slots()) {
            throw new CtapFailure(Status.KEY_STORE_FULL);
        }
    }
}
