package org.keyhopper.fido.internal.ctap;

import com.yubico.yubikit.core.util.Pair;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocol;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * A PIN/UV auth protocol (CTAP 2.2 section 6.5.5) that reuses the shared secret as long as the device returns the same
 * public key, which changes at power-up, reset and after a wrong PIN. The key is queried every time nevertheless: a PIN
 * encrypted with an outdated secret would cost an attempt. For one device; not thread-safe.
 */
abstract sealed class PinProtocol implements PinUvAuthProtocol permits PinProtocolOne, PinProtocolTwo {

    static final int BLOCK = 16;
    static final int HASH = 32;

    private byte[] deviceX = {};
    private byte[] deviceY = {};
    private Map<Integer, ?> ours;
    private byte[] secret = {};

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
        PlatformKey.prepareNext();
    }

    static byte[] hmac(byte[] key, int keyLength, byte[]... message) {
        var mac = new HMac(SHA256Digest.newInstance());
        mac.init(new KeyParameter(key, 0, keyLength));
        for (byte[] part : message) {
            mac.update(part, 0, part.length);
        }
        byte[] code = new byte[HASH];
        mac.doFinal(code, 0);
        return code;
    }

    /** Encrypts or decrypts whole blocks with AES-256 in CBC mode, using the last 32 bytes of the key. */
    static byte[] aes(boolean encrypt, byte[] key, byte[] iv, byte[] input, int from) {
        if ((input.length - from) % BLOCK != 0) {
            throw new IllegalArgumentException((input.length - from) + " bytes are not whole blocks");
        }
        CBCModeCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key, key.length - HASH, HASH), iv));
        byte[] output = new byte[input.length - from];
        for (int at = 0; at < output.length; at += BLOCK) {
            cipher.processBlock(input, from + at, output, at);
        }
        return output;
    }
}
