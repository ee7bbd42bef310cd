package org.keyhopper.fido.internal.ctap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.yubico.yubikit.fido.ctap.PinUvAuthProtocol;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV1;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV2;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares our protocols with those of the CTAP library. */
class PinProtocolTest {

    private final Random random = new Random(1);

    @Test
    void protocolOneMatchesTheLibrary() {
        assertSame(new PinProtocolOne(), new PinUvAuthProtocolV1());
    }

    @Test
    void protocolTwoMatchesTheLibrary() {
        assertSame(new PinProtocolTwo(), new PinUvAuthProtocolV2());
    }

    private void assertSame(PinProtocol ours, PinUvAuthProtocol theirs) {
        byte[] secret = ours.kdf(bytes(32));
        byte[] plaintext = bytes(64);
        byte[] token = bytes(32);
        assertEquals(theirs.getVersion(), ours.getVersion());
        assertArrayEquals(theirs.kdf(token), ours.kdf(token));
        assertArrayEquals(plaintext, theirs.decrypt(secret, ours.encrypt(secret, plaintext)));
        assertArrayEquals(plaintext, ours.decrypt(secret, theirs.encrypt(secret, plaintext)));
        assertArrayEquals(theirs.authenticate(token, plaintext), ours.authenticate(token, plaintext));
        assertArrayEquals(theirs.authenticate(secret, plaintext), ours.authenticate(secret, plaintext));
    }

    @Test
    void bothSidesAgreeOnTheSameSecret() {
        PlatformKey device = PlatformKey.fresh();
        PinProtocol protocol = new PinProtocolTwo();
        var agreed = protocol.encapsulate(device.cose());
        assertArrayEquals(protocol.kdf(device.agree(agreed.first)), agreed.second);
    }

    @Test
    void libraryDerivesTheSameSecretFromOurKeys() {
        PlatformKey device = PlatformKey.fresh();
        var agreed = new PinUvAuthProtocolV2().encapsulate(device.cose());
        assertArrayEquals(new PinProtocolTwo().kdf(device.agree(agreed.first)), agreed.second);
    }

    @Test
    void secretIsReusedWhileTheDeviceKeyIsTheSame() {
        PlatformKey device = PlatformKey.fresh();
        PinProtocol protocol = new PinProtocolTwo();
        byte[] first = protocol.encapsulate(device.cose()).second;
        byte[] second = protocol.encapsulate(device.cose()).second;
        assertArrayEquals(first, second);
        assertNotSame(first, second, "the receiver may wipe it");
        byte[] other = protocol.encapsulate(PlatformKey.fresh().cose()).second;
        assertFalse(Arrays.equals(first, other));
    }

    @Test
    void platformKeyIsNotReusedForAnotherDeviceKey() {
        PinProtocol protocol = new PinProtocolTwo();
        byte[] first = x(protocol.encapsulate(PlatformKey.fresh().cose()).first);
        byte[] second = x(protocol.encapsulate(PlatformKey.fresh().cose()).first);
        assertFalse(Arrays.equals(first, second));
    }

    @Test
    void pointOffTheCurveIsRefused() {
        Map<Integer, ?> invalid = Map.of(-2, SamplePoint.X, -3, SamplePoint.X);
        PlatformKey key = PlatformKey.fresh();
        assertThrows(IllegalArgumentException.class, () -> key.agree(invalid));
    }

    private static byte[] x(Map<Integer, ?> key) {
        return (byte[]) key.get(-2);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
