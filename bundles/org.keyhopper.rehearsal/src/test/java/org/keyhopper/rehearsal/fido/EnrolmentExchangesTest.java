package org.keyhopper.rehearsal.fido;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.DeviceException;

class EnrolmentExchangesTest {

    private static final EnrolmentOptions EIGHT_EXCLUDED =
            AuthenticatorRig.options(AuthenticatorRig.foreignIds(8), Extensions.NONE);

    @Test
    void openingTakesOneExchange() throws DeviceException {
        SoftwareChannel channel = new SoftwareChannel("plain");
        Authenticators.factory().open(channel);
        assertEquals(List.of("04"), channel.commands);
        assertEquals(List.of("04"), channel.outsideHolds);
    }

    @Test
    void credentialTakesThreeExchanges() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.make();
        assertEquals(List.of("06/02", "06/09", "01"), bench.channel.commands);
        assertEquals(List.of(), bench.channel.outsideHolds);
        assertFalse(bench.channel.isHeld());
    }

    @Test
    void eightExcludedCredentialsTakeOneMore() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456+list-limit=8+ids=64");
        bench.make(EIGHT_EXCLUDED);
        assertEquals(List.of("06/02", "06/09", "02", "01"), bench.channel.commands);
    }

    @Test
    void excludeListIsSplitByDeviceLimit() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456+list-limit=3+ids=64");
        bench.make(EIGHT_EXCLUDED);
        assertEquals(List.of("06/02", "06/09", "02", "02", "02", "01"), bench.channel.commands);
    }

    @Test
    void unknownListLimitMeansOneAtATime() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("fido-2.0+pin=123456");
        bench.make(EIGHT_EXCLUDED);
        assertEquals(8, Collections.frequency(bench.channel.commands, "02"));
        assertEquals(List.of("06/02", "06/05"), bench.channel.commands.subList(0, 2));
        assertEquals(11, bench.channel.commands.size());
    }

    @Test
    void idsLongerThanTheDeviceMaximumAreNotSent() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456+ids=48");
        bench.make(EIGHT_EXCLUDED);
        assertEquals(List.of("06/02", "06/09", "01"), bench.channel.commands);
    }

    @Test
    void excludedCredentialIsDetectedBeforeTheTouch() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        CredentialId first = bench.make().id();
        bench.channel.commands.clear();
        DeviceException refusal = assertThrows(DeviceException.class, () -> bench.make(first));
        assertTrue(refusal.problem().is(DeviceProblem.CREDENTIAL_EXCLUDED));
        assertTrue(refusal.changedNothing());
        assertEquals(List.of("06/02", "06/09", "02"), bench.channel.commands);
    }

    @Test
    void firstPinTakesTwoExchangesAndTheCredentialAfterItThree() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain");
        bench.authenticator.pin().set(AuthenticatorRig.pin());
        bench.make();
        assertEquals(List.of("06/02", "06/03", "06/02", "06/09", "01"), bench.channel.commands);
    }

    @Test
    void proofTakesThreeExchanges() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        CredentialId id = bench.make().id();
        bench.channel.commands.clear();
        bench.authenticator.credentials().getAssertion(AuthenticatorRig.RP, id, new byte[32], AuthenticatorRig.pin());
        assertEquals(List.of("06/02", "06/09", "02"), bench.channel.commands);
        assertEquals(List.of(), bench.channel.outsideHolds);
    }

    @Test
    void configurationChangeTakesThreeExchanges() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.authenticator.configuration().raiseMinimumPinLength(6, AuthenticatorRig.pin());
        assertEquals(List.of("06/02", "06/09", "0D"), bench.channel.commands);
        assertEquals(List.of(), bench.channel.outsideHolds);
    }
}
