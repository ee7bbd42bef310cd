package org.keyhopper.rehearsal.fido;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.AuthenticatorInfo.PinComplexity;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.fido.DeviceException;

class DeviceSettingsTest {

    @Test
    void minimumPinLengthIsRaisedOnce() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.authenticator.configuration().raiseMinimumPinLength(6, AuthenticatorRig.pin());
        assertEquals(6, bench.authenticator.readInfo().pin().minLength());
        bench.channel.commands.clear();
        bench.authenticator.configuration().raiseMinimumPinLength(5, AuthenticatorRig.pin());
        assertEquals(List.of(), bench.channel.commands);
    }

    @Test
    void relyingPartiesThatMayLearnTheMinimumPinLengthAreSet() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        int most = bench.authenticator.info().limits().maxRpIdsForSetMinPinLength();
        bench.authenticator.configuration().setMinPinLengthRpIds(List.of("login.example"), AuthenticatorRig.pin());
        List<String> tooMany = Collections.nCopies(most + 1, "login.example");
        assertRefused(
                DeviceProblem.NOT_SUPPORTED,
                () -> bench.authenticator.configuration().setMinPinLengthRpIds(tooMany, AuthenticatorRig.pin()));
    }

    @Test
    void complexityPolicyIsReportedAndEnforced() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin-complexity");
        assertEquals(
                Optional.of(new PinComplexity(Optional.of("https://keys.example/pin-rules"))),
                bench.authenticator.info().pin().complexity());
        assertRefused(
                DeviceProblem.PIN_POLICY_VIOLATION,
                () -> bench.authenticator.pin().set(Secret.of("121131")));
        bench.authenticator.pin().set(Secret.of("836150"));
    }

    @Test
    void minimumAboveThePinForcesAChange() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.authenticator.configuration().raiseMinimumPinLength(8, AuthenticatorRig.pin());
        assertRefused(DeviceProblem.PIN_CHANGE_FORCED, bench::make);
    }

    @Test
    void forcedChangePreventsFurtherCommands() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.authenticator.configuration().forcePinChange(AuthenticatorRig.pin());
        assertTrue(bench.authenticator.readInfo().pin().forcePinChange());
        assertRefused(
                DeviceProblem.PIN_CHANGE_FORCED,
                () -> bench.authenticator.configuration().enableAlwaysUv(AuthenticatorRig.pin()));
    }

    @Test
    void alwaysUvIsEnabledAndNotDisabled() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.authenticator.configuration().enableAlwaysUv(AuthenticatorRig.pin());
        bench.authenticator.configuration().enableAlwaysUv(AuthenticatorRig.pin());
        assertTrue(bench.authenticator.readInfo().has("alwaysUv"));
    }

    @Test
    void enterpriseAttestationIsEnabledIfSupported() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("enterprise+pin=123456");
        bench.authenticator.configuration().enableEnterpriseAttestation(AuthenticatorRig.pin());
        assertTrue(bench.authenticator.readInfo().has("ep"));
        AuthenticatorRig plain = AuthenticatorRig.of("plain+pin=123456");
        assertRefused(
                DeviceProblem.NOT_SUPPORTED,
                () -> plain.authenticator.configuration().enableEnterpriseAttestation(AuthenticatorRig.pin()));
        assertEquals(List.of(), plain.channel.commands);
    }

    @Test
    void oldDeviceCannotBeConfiguredOrManaged() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("fido-2.0+pin=123456");
        assertRefused(
                DeviceProblem.NOT_SUPPORTED,
                () -> bench.authenticator.configuration().forcePinChange(AuthenticatorRig.pin()));
        assertRefused(
                DeviceProblem.NOT_SUPPORTED,
                () -> bench.authenticator.credentials().list(AuthenticatorRig.pin()));
        assertEquals(List.of(), bench.channel.commands);
    }

    @Test
    void deviceWithoutCredentialsHasAnEmptyList() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        assertEquals(List.of(), bench.authenticator.credentials().list(AuthenticatorRig.pin()));
    }

    @Test
    void credentialsAreListedWithUserNames() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456+foreign=other.example");
        CredentialId id = bench.make().id();
        List<StoredCredential> all = bench.authenticator.credentials().list(AuthenticatorRig.pin());
        assertTrue(
                all.contains(new StoredCredential(id, AuthenticatorRig.RP, "anna@example.org", "Anna Ärmel")),
                all.toString());
        assertEquals(
                Set.of(AuthenticatorRig.RP, "other.example"),
                all.stream().map(StoredCredential::rpId).collect(Collectors.toSet()));
    }

    @Test
    void deletingACredentialFreesItsSlot() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456+slots=1");
        CredentialId id = bench.make().id();
        bench.authenticator.readInfo();
        assertRefused(DeviceProblem.KEY_STORE_FULL, bench::make);
        bench.authenticator.credentials().delete(id, AuthenticatorRig.pin());
        assertEquals(
                0,
                bench.authenticator
                        .credentials()
                        .occupancy(AuthenticatorRig.pin())
                        .existing());
        assertRefused(
                DeviceProblem.NO_CREDENTIALS,
                () -> bench.authenticator.credentials().delete(id, AuthenticatorRig.pin()));
        bench.make();
    }

    private static void assertRefused(DeviceProblem expected, org.junit.jupiter.api.function.Executable action) {
        DeviceException refusal = assertThrows(DeviceException.class, action);
        assertTrue(refusal.problem().is(expected), refusal.getMessage());
        assertTrue(refusal.changedNothing());
    }
}
