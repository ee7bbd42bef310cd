package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.Continuation;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.PinToken;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.model.Credential;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** authenticatorGetAssertion and authenticatorGetNextAssertion (CTAP 2.1, sections 6.2 and 6.3). */
final class GetAssertion implements Command {
    private static final String NEXT = "assertion";

    private final AuthenticatorContext device;
    private final VerificationPolicy policy;

    GetAssertion(AuthenticatorContext device) {
        this.device = device;
        policy = new VerificationPolicy(device);
    }

    @Override
    public CborMapBuilder run(CborParameters parameters, Interaction interaction) {
        policy.answerProbe(parameters, 0x06, interaction);
        var request = AssertionRequest.read(
                parameters, device.personality().credentials().listLimit());
        Optional<PinToken> token = verification(parameters, request);
        List<Credential> found = find(request, token.isPresent());
        if (found.isEmpty()) {
            throw new CtapFailure(Status.NO_CREDENTIALS);
        }
        if (request.presence()) {
            device.requirePresence(interaction);
            token.ifPresent(policy::spend);
        }
        return answer(request, found, token.isPresent());
    }

    /** Returns the next account for the same request. */
    CborMapBuilder next(CborParameters parameters, Interaction interaction) {
        return device.session().resume(NEXT, device.now());
    }

    private Optional<PinToken> verification(CborParameters parameters, AssertionRequest request) {
        if (parameters.has(0x06)) {
            return Optional.of(policy.verifiedFor(request.rpId(), parameters, 0x06, PinToken.GA));
        }
        if (device.state().alwaysUv() && request.presence()) {
            throw new CtapFailure(Status.PUAT_REQUIRED);
        }
        return Optional.empty();
    }

    private List<Credential> find(AssertionRequest request, boolean verified) {
        return device.state().credentials().reversed().stream()
                .filter(each -> each.relyingParty().id().equals(request.rpId()))
                .filter(each ->
                        request.asksForAny() ? each.discoverable() : Descriptors.contains(request.allowList(), each))
                .filter(each -> verified || each.protection() <= (request.asksForAny() ? 1 : 2))
                .toList();
    }

    private CborMapBuilder answer(AssertionRequest request, List<Credential> found, boolean verified) {
        AssertionSigner signing = new AssertionSigner(device, request, verified);
        boolean several = request.asksForAny() && found.size() > 1;
        if (!several) {
            return signing.with(found.getFirst(), false);
        }
        List<Supplier<CborMapBuilder>> more = new ArrayList<>();
        found.stream().skip(1).forEach(each -> more.add(() -> signing.with(each, true)));
        device.session().leave(new Continuation(NEXT, more, device.now()));
        return signing.with(found.getFirst(), true).put(0x05, found.size());
    }
}
