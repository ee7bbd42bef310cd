package org.keyhopper.rehearsal.fido;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.fido.DeviceException;

class DeviceSettingsTest {

    @Test
    void theMinimumPinLengthGrowsAndIsThenLeftAlone() throws DeviceException {
        Bench bench = Bench.of("plain+pin=123456");
        bench.authenticator.configuration().raiseMinimumPinLength(6, Bench.pin());
        assertEquals(6, bench.authenticator.readInfo().pin().minLength());
        bench.channel.commands.clear();
        bench.authenticator.configuration().raiseMinimumPinLength(5, Bench.pin());
        assertEquals(List.of(), bench.channel.commands);
    }

    @Test
    void aMinimumAboveThePinForcesAChange() throws DeviceException {
        Bench bench = Bench.of("plain+pin=123456");
        bench.authenticator.configuration().raiseMinimumPinLength(8, Bench.pin());
        assertRefused(DeviceProblem.PIN_CHANGE_FORCED, bench::make);
    }

    @Test
    void aForcedChangeIsTheLastThingThatCanBeDone() throws DeviceException {
        Bench bench = Bench.of("plain+pin=123456");
        bench.authenticator.configuration().forcePinChange(Bench.pin());
        assertTrue(bench.authenticator.readInfo().pin().changeForced());
        assertRefused(
                DeviceProblem.PIN_CHANGE_FORCED,
                () -> bench.authenticator.configuration().enableAlwaysUv(Bench.pin()));
    }

    @Test
    void alwaysUvIsSwitchedOnAndNeverOffAgain() throws DeviceException {
        Bench bench = Bench.of("plain+pin=123456");
        bench.authenticator.configuration().enableAlwaysUv(Bench.pin());
        bench.authenticator.configuration().enableAlwaysUv(Bench.pin());
        assertTrue(bench.authenticator.readInfo().has("alwaysUv"));
    }

    @Test
    void enterpriseAttestationIsSwitchedOnWhereThereIsSuchAThing() throws DeviceException {
        Bench bench = Bench.of("enterprise+pin=123456");
        bench.authenticator.configuration().enableEnterpriseAttestation(Bench.pin());
        assertTrue(bench.authenticator.readInfo().has("ep"));
        Bench plain = Bench.of("plain+pin=123456");
        assertRefused(
                DeviceProblem.NOT_SUPPORTED,
                () -> plain.authenticator.configuration().enableEnterpriseAttestation(Bench.pin()));
        assertEquals(List.of(), plain.channel.commands);
    }

    @Test
    void anOldDeviceCannotBeConfiguredNorManaged() throws DeviceException {
        Bench bench = Bench.of("fido-2.0+pin=123456");
        assertRefused(
                DeviceProblem.NOT_SUPPORTED,
                () -> bench.authenticator.configuration().forcePinChange(Bench.pin()));
        assertRefused(
                DeviceProblem.NOT_SUPPORTED,
                () -> bench.authenticator.credentials().list(Bench.pin()));
        assertEquals(List.of(), bench.channel.commands);
    }

    @Test
    void nothingStoredIsAnEmptyList() throws DeviceException {
        Bench bench = Bench.of("plain+pin=123456");
        assertEquals(List.of(), bench.authenticator.credentials().list(Bench.pin()));
    }

    @Test
    void credentialsAreListedWithTheirPeople() throws DeviceException {
        Bench bench = Bench.of("plain+pin=123456+foreign=other.example");
        CredentialId id = bench.make().id();
        List<StoredCredential> all = bench.authenticator.credentials().list(Bench.pin());
        assertTrue(all.contains(new StoredCredential(id, Bench.RP, "anna@example.org", "Anna Ärmel")), all.toString());
        assertEquals(
                Set.of(Bench.RP, "other.example"),
                all.stream().map(StoredCredential::rpId).collect(Collectors.toSet()));
    }

    @Test
    void aDeletedCredentialIsGoneAndItsSlotFree() throws DeviceException {
        Bench bench = Bench.of("plain+pin=123456+slots=1");
        CredentialId id = bench.make().id();
        bench.authenticator.readInfo();
        assertRefused(DeviceProblem.KEY_STORE_FULL, bench::make);
        bench.authenticator.credentials().delete(id, Bench.pin());
        assertEquals(0, bench.authenticator.credentials().occupancy(Bench.pin()).existing());
        assertRefused(
                DeviceProblem.NO_CREDENTIALS,
                () -> bench.authenticator.credentials().delete(id, Bench.pin()));
        bench.make();
    }

    private static void assertRefused(DeviceProblem expected, org.junit.jupiter.api.function.Executable action) {
        DeviceException refusal = assertThrows(DeviceException.class, action);
        assertTrue(refusal.problem().is(expected), refusal.getMessage());
        assertTrue(refusal.changedNothing());
    }
}
