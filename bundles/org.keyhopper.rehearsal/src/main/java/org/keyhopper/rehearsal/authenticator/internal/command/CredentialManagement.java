package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.Continuation;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.PinToken;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.Credential;
import org.keyhopper.rehearsal.authenticator.model.Credential.RelyingParty;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.UserEntity;

/** authenticatorCredentialManagement (CTAP 2.1, section 6.8). */
final class CredentialManagement implements Command {
    private static final String NEXT_RP = "relying party";
    private static final String NEXT_CREDENTIAL = "credential";

    private final AuthenticatorContext device;
    private final VerificationPolicy policy;

    CredentialManagement(AuthenticatorContext device) {
        this.device = device;
        policy = new VerificationPolicy(device);
    }

    @Override
    public CborMapBuilder run(CborParameters parameters, Interaction interaction) {
        return switch (parameters.integer(0x01)) {
            case 0x01 -> metadata(parameters);
            case 0x02 -> relyingParties(parameters);
            case 0x03 -> device.session().resume(NEXT_RP, device.now());
            case 0x04 -> credentials(parameters);
            case 0x05 -> device.session().resume(NEXT_CREDENTIAL, device.now());
            case 0x06 -> delete(parameters);
            case 0x07 -> update(parameters);
            default -> throw new CtapFailure(Status.INVALID_SUBCOMMAND);
        };
    }

    private CborMapBuilder metadata(CborParameters parameters) {
        requireUnbound(parameters);
        int stored = device.state().discoverable().size();
        return CborMapBuilder.empty()
                .put(0x01, stored)
                .put(0x02, device.personality().credentials().slots() - stored);
    }

    private CborMapBuilder relyingParties(CborParameters parameters) {
        requireUnbound(parameters);
        List<RelyingParty> all = device.state().discoverable().stream()
                .map(Credential::relyingParty)
                .map(RelyingParty::id)
                .distinct()
                .map(this::byId)
                .toList();
        List<Supplier<CborMapBuilder>> answers = all.stream()
                .<Supplier<CborMapBuilder>>map(each -> () -> describe(each))
                .toList();
        return first(NEXT_RP, answers).put(0x05, all.size());
    }

    private CborMapBuilder credentials(CborParameters parameters) {
        PinToken token = verified(parameters);
        byte[] rpIdHash = parameters.map(0x02).bytes(0x01);
        List<Credential> all = device.state().discoverable().stream()
                .filter(each -> Arrays.equals(Digests.sha256(each.relyingParty().id()), rpIdHash))
                .toList();
        all.forEach(each -> refuseForeign(token, each));
        List<Supplier<CborMapBuilder>> answers = all.stream()
                .<Supplier<CborMapBuilder>>map(each -> () -> describe(each))
                .toList();
        return first(NEXT_CREDENTIAL, answers).put(0x09, all.size());
    }

    private CborMapBuilder delete(CborParameters parameters) {
        Credential credential = named(parameters);
        device.state().removeIf(each -> each.hasId(credential.id()));
        return CborMapBuilder.empty();
    }

    private CborMapBuilder update(CborParameters parameters) {
        Credential credential = named(parameters);
        UserEntity user = CreationRequest.user(parameters.map(0x02).map(0x03));
        if (!Arrays.equals(user.id(), credential.user().id())) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        device.state().replace(credential.withUser(user));
        return CborMapBuilder.empty();
    }

    private Credential named(CborParameters parameters) {
        PinToken token = verified(parameters);
        byte[] id = parameters.map(0x02).map(0x02).bytes("id");
        Credential credential = device.state().discoverable().stream()
                .filter(each -> each.hasId(id))
                .findFirst()
                .orElseThrow(() -> new CtapFailure(Status.NO_CREDENTIALS));
        refuseForeign(token, credential);
        return credential;
    }

    private CborMapBuilder first(String kind, List<Supplier<CborMapBuilder>> answers) {
        if (answers.isEmpty()) {
            throw new CtapFailure(Status.NO_CREDENTIALS);
        }
        device.session().leave(new Continuation(kind, answers.subList(1, answers.size()), device.now()));
        return answers.getFirst().get();
    }

    private void requireUnbound(CborParameters parameters) {
        if (verified(parameters).isBound()) {
            throw new CtapFailure(Status.PIN_AUTH_INVALID);
        }
    }

    private PinToken verified(CborParameters parameters) {
        if (!parameters.has(0x04)) {
            throw new CtapFailure(Status.PUAT_REQUIRED);
        }
        byte[] subCommand = {(byte) parameters.integer(0x01)};
        byte[] message = parameters
                .optionalMap(0x02)
                .map(inner -> Digests.join(subCommand, inner.encoded()))
                .orElse(subCommand);
        return policy.verified(parameters, 0x04, 0x03, message, PinToken.CM);
    }

    private static void refuseForeign(PinToken token, Credential credential) {
        if (token.isForeignTo(credential.relyingParty().id())) {
            throw new CtapFailure(Status.PIN_AUTH_INVALID);
        }
    }

    private RelyingParty byId(String rpId) {
        return device.state().discoverable().stream()
                .map(Credential::relyingParty)
                .filter(each -> each.id().equals(rpId))
                .findFirst()
                .orElseThrow();
    }

    private static CborMapBuilder describe(RelyingParty rp) {
        CborMapBuilder entity = CborMapBuilder.empty().put("id", rp.id());
        rp.name().ifPresent(name -> entity.put("name", name));
        return CborMapBuilder.empty().put(0x03, entity).put(0x04, Digests.sha256(rp.id()));
    }

    private static CborMapBuilder describe(Credential credential) {
        return CborMapBuilder.empty()
                .put(0x06, AssertionSigner.user(credential.user(), true))
                .put(0x07, Descriptors.of(credential))
                .put(0x08, P256.cose(P256.publicKey(credential.key().publicKey()), P256.ES256))
                .put(0x0A, credential.protection());
    }
}
