package org.keyhopper.core.fake;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;
import org.keyhopper.fido.DeviceConfiguration;
import org.keyhopper.fido.DeviceCredentials;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.DevicePin;

/** Talks to a {@link FakeKey} as an authenticator. */
public record FakeAuthenticator(FakeKey key)
        implements Authenticator, DevicePin, DeviceCredentials, DeviceConfiguration {

    private static final AtomicInteger MADE = new AtomicInteger();

    @Override
    public AuthenticatorInfo info() {
        return key.info();
    }

    @Override
    public AuthenticatorInfo readInfo() throws DeviceException {
        return key.act(Act.INFO, key::info);
    }

    @Override
    public DevicePin pin() {
        return this;
    }

    @Override
    public DeviceCredentials credentials() {
        return this;
    }

    @Override
    public DeviceConfiguration configuration() {
        return this;
    }

    /** Not an act, since those keep everybody else off the key. */
    @Override
    public void awaitTouch(ExchangeControl control) throws DeviceException {
        key.act(Act.SELECT, () -> null);
        key.finger.await(control);
    }

    @Override
    public void reset(ExchangeControl control) throws DeviceException {
        key.act(Act.RESET, () -> {
            key.usePresence();
            if (!key.powerCycles) {
                control.keepAlive().accept(KeepAlive.TOUCH_NEEDED);
            }
            key.erase();
            return null;
        });
    }

    @Override
    public OptionalInt retries() throws DeviceException {
        return key.act(Act.RETRIES, () -> key.hasPin() ? OptionalInt.of(key.retries()) : OptionalInt.empty());
    }

    @Override
    public void set(Secret pin) throws DeviceException {
        key.act(Act.SET_PIN, () -> {
            if (pin.codePoints() < key.minPinLength() || key.tooSimple-- > 0) {
                throw FakeKey.refused(DeviceProblem.PIN_POLICY_VIOLATION);
            }
            key.givePin(pin.toChars());
            return null;
        });
    }

    @Override
    public void change(Secret current, Secret next) throws DeviceException {
        key.act(Act.CHANGE_PIN, () -> {
            key.replacePin(current.toChars(), next.toChars());
            return null;
        });
    }

    @Override
    public void verify(Secret pin) throws DeviceException {
        key.act(Act.VERIFY_PIN, () -> {
            key.requirePin(pin.toChars());
            return null;
        });
    }

    @Override
    public NewCredential makeCredential(CredentialRequest request, Secret pin, ExchangeControl control)
            throws DeviceException {
        return key.act(Act.MAKE, () -> {
            key.requirePin(pin.toChars());
            if (request.options().exclude().stream().anyMatch(key.credentials::containsKey)) {
                throw FakeKey.refused(DeviceProblem.CREDENTIAL_EXCLUDED);
            }
            key.usePresence();
            if (key.waitsForTouch) {
                key.finger.await(control);
            }
            CredentialId id = CredentialId.of(
                    ByteBuffer.allocate(4).putInt(MADE.incrementAndGet()).array());
            key.credentials.put(id, request.options().relyingParty().id());
            boolean enterprise = key.attestsEnterprise && request.attestation() != EnterpriseAttestation.NOT_WANTED;
            return new NewCredential(id, new byte[] {1}, new byte[] {2}, List.of(), enterprise);
        });
    }

    @Override
    public Optional<CredentialId> findSilently(String rpId, List<CredentialId> ids) throws DeviceException {
        return key.act(Act.INFO, () -> ids.stream()
                .filter(id -> rpId.equals(key.credentials.get(id)))
                .findFirst());
    }

    @Override
    public Assertion getAssertion(String rpId, CredentialId id, byte[] clientDataHash, Secret pin)
            throws DeviceException {
        return key.act(Act.SIGN, () -> {
            key.requirePin(pin.toChars());
            if (!key.credentials.containsKey(id)) {
                throw FakeKey.refused(DeviceProblem.NO_CREDENTIALS);
            }
            return new Assertion(id.toBytes(), clientDataHash);
        });
    }

    @Override
    public List<StoredCredential> list(Secret pin) throws DeviceException {
        return key.act(Act.LIST, () -> {
            key.requirePin(pin.toChars());
            return key.credentials.entrySet().stream()
                    .map(entry -> new StoredCredential(entry.getKey(), entry.getValue(), "anna", "Anna"))
                    .toList();
        });
    }

    @Override
    public void delete(CredentialId id, Secret pin) throws DeviceException {
        key.act(Act.DELETE, () -> {
            if (!key.options.containsKey("credMgmt")) {
                throw FakeKey.refused(DeviceProblem.NOT_SUPPORTED);
            }
            key.requirePin(pin.toChars());
            if (key.credentials.remove(id) == null) {
                throw FakeKey.refused(DeviceProblem.NO_CREDENTIALS);
            }
            return null;
        });
    }

    @Override
    public Occupancy occupancy(Secret pin) throws DeviceException {
        return key.act(Act.COUNT, () -> {
            key.requirePin(pin.toChars());
            return new Occupancy(key.credentials.size(), 20);
        });
    }

    @Override
    public void raiseMinimumPinLength(int codePoints, Secret pin) throws DeviceException {
        configure(Act.MINIMUM, pin, () -> key.raiseMinimum(codePoints));
    }

    @Override
    public void setMinPinLengthRpIds(List<String> rpIds, Secret pin) throws DeviceException {
        configure(Act.MINIMUM_RP_IDS, pin, () -> key.minPinLengthRpIds = List.copyOf(rpIds));
    }

    @Override
    public void forcePinChange(Secret pin) throws DeviceException {
        configure(Act.FORCE_CHANGE, pin, key::forceChange);
    }

    @Override
    public void enableAlwaysUv(Secret pin) throws DeviceException {
        configure(Act.ALWAYS_UV, pin, () -> key.options.put("alwaysUv", true));
    }

    @Override
    public void enableEnterpriseAttestation(Secret pin) throws DeviceException {
        configure(Act.ENTERPRISE, pin, () -> key.options.put("ep", true));
    }

    private void configure(Act act, Secret pin, Runnable change) throws DeviceException {
        key.act(act, () -> {
            key.requirePin(pin.toChars());
            change.run();
            return null;
        });
    }

    /** Checks what the device signed: the very bytes it was given, with the credential asked for. */
    static boolean isGood(Assertion assertion, CredentialId id, byte[] hash) {
        return Arrays.equals(assertion.signature(), hash) && Arrays.equals(assertion.authenticatorData(), id.toBytes());
    }
}
