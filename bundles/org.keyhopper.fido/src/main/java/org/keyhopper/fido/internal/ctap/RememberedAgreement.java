package org.keyhopper.fido.internal.ctap;

import com.yubico.yubikit.core.util.Pair;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocol;
import java.util.Arrays;
import java.util.Map;

/**
 * A PIN/UV auth protocol that agrees on a secret once for as long as the device shows the same key, which by CTAP 2.2
 * section 6.5.5.1 is until it loses power, is reset or is given a wrong PIN. The device is asked for its key every time
 * all the same: a PIN sent under a secret that is no longer shared would cost a try. For one device; one thread.
 */
final class RememberedAgreement implements PinUvAuthProtocol {

    private final PinUvAuthProtocol protocol;
    private byte[] deviceX = {};
    private byte[] deviceY = {};
    private Map<Integer, ?> ours;
    private byte[] secret = {};

    RememberedAgreement(PinUvAuthProtocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public int getVersion() {
        return protocol.getVersion();
    }

    @Override
    public Pair<Map<Integer, ?>, byte[]> encapsulate(Map<Integer, ?> device) {
        byte[] x = (byte[]) device.get(-2);
        byte[] y = (byte[]) device.get(-3);
        if (!Arrays.equals(x, deviceX) || !Arrays.equals(y, deviceY)) {
            agree(device);
            deviceX = x;
            deviceY = y;
        }
        return new Pair<>(ours, secret.clone());
    }

    private void agree(Map<Integer, ?> device) {
        PlatformKey key = PlatformKey.fresh();
        byte[] shared = key.agree(device);
        Arrays.fill(secret, (byte) 0);
        secret = kdf(shared);
        Arrays.fill(shared, (byte) 0);
        ours = key.cose();
    }

    @Override
    public byte[] kdf(byte[] shared) {
        return protocol.kdf(shared);
    }

    @Override
    public byte[] encrypt(byte[] key, byte[] plaintext) {
        return protocol.encrypt(key, plaintext);
    }

    @Override
    public byte[] decrypt(byte[] key, byte[] ciphertext) {
        return protocol.decrypt(key, ciphertext);
    }

    @Override
    public byte[] authenticate(byte[] key, byte[] message) {
        return protocol.authenticate(key, message);
    }
}
