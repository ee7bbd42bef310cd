package org.keyhopper.fido.internal;

import com.yubico.yubikit.fido.ctap.CredentialManagement;
import com.yubico.yubikit.fido.ctap.Ctap2Session.AssertionData;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.DeviceCredentials;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.internal.ctap.CtapDevice;
import org.keyhopper.fido.internal.ctap.PinToken;

/**
 * Credential operations with makeCredential, getAssertion and credentialManagement (CTAP 2.2 sections 6.1, 6.2, 6.8).
 */
final class CtapCredentials implements DeviceCredentials {

    private final CtapDevice device;

    CtapCredentials(CtapDevice device) {
        this.device = device;
    }

    @Override
    public NewCredential makeCredential(CredentialRequest request, Secret pin, ExchangeControl control)
            throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        Creation creation = Creation.of(request, info);
        TouchDetection detection = new TouchDetection(control);
        try {
            return make(info, creation, pin, detection.control());
        } catch (DeviceException e) {
            throw detection.read(e);
        }
    }

    private NewCredential make(AuthenticatorInfo info, Creation creation, Secret pin, ExchangeControl control)
            throws DeviceException {
        return device.holdWithToken(control, session -> {
            try (PinToken token = PinToken.forCredentials(
                    device, info, pin, PinToken.MAKE_CREDENTIAL | PinToken.GET_ASSERTION, creation.rpId())) {
                if (new ExcludeList(info.limits(), creation.exclude()).anyOn(session, token, creation.rpId())) {
                    throw DeviceException.refused(Problem.of(DeviceProblem.CREDENTIAL_EXCLUDED));
                }
                creation.send(session, token);
                return creation.result(device.lastAnswer());
            }
        });
    }

    @Override
    public Optional<CredentialId> findSilently(String rpId, List<CredentialId> ids) throws DeviceException {
        ExcludeList list = new ExcludeList(device.currentInfo().limits(), ids);
        return device.hold(CtapDevice.untouched(), session -> list.silentlyOn(session, rpId));
    }

    @Override
    public Assertion getAssertion(String rpId, CredentialId id, byte[] clientDataHash, Secret pin)
            throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        return device.holdWithToken(CtapDevice.untouched(), session -> {
            try (PinToken token = PinToken.forCredentials(device, info, pin, PinToken.GET_ASSERTION, rpId)) {
                AssertionData signed = session.getAssertions(
                                rpId,
                                clientDataHash,
                                List.of(Descriptor.of(id)),
                                null,
                                ExcludeList.WITHOUT_TOUCH,
                                token.authenticate(clientDataHash),
                                token.version(),
                                null)
                        .getFirst();
                return new Assertion(signed.getAuthenticatorData(), signed.getSignature());
            }
        });
    }

    @Override
    public List<StoredCredential> list(Secret pin) throws DeviceException {
        return manage(pin, StoredCredentials::listed);
    }

    @Override
    public void delete(CredentialId id, Secret pin) throws DeviceException {
        manage(pin, management -> {
            device.expireInfo();
            management.deleteCredential(Descriptor.of(id));
            return null;
        });
    }

    @Override
    public Occupancy occupancy(Secret pin) throws DeviceException {
        return manage(pin, management -> {
            CredentialManagement.Metadata metadata = management.getMetadata();
            return new Occupancy(
                    metadata.getExistingResidentCredentialsCount(),
                    metadata.getMaxPossibleRemainingResidentCredentialsCount());
        });
    }

    private <T> T manage(Secret pin, StoredCredentials.Query<T> query) throws DeviceException {
        AuthenticatorInfo info = device.currentInfo();
        if (!StoredCredentials.canBeManaged(info)) {
            throw DeviceException.refused(Problem.of(DeviceProblem.NOT_SUPPORTED, "credMgmt"));
        }
        return device.holdWithToken(CtapDevice.untouched(), session -> {
            try (PinToken token = PinToken.forDevice(device, info, pin, PinToken.CREDENTIAL_MANAGEMENT)) {
                return query.ask(new CredentialManagement(session, token.protocol(), token.bytes()));
            }
        });
    }
}
