package org.keyhopper.fido.internal.ctap;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * An ephemeral platform key for the key agreement with a device (CTAP 2.2 section 6.5.6). Bouncy Castle's P-256 is much
 * faster than the JDK's, which accounted for most of the time to obtain a PIN token.
 */
final class PlatformKey {

    private static final int COORDINATE = 32;
    private static final ECDomainParameters P256 = new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The next key, generated in advance; null after it was used. */
    private static final AtomicReference<CompletableFuture<PlatformKey>> NEXT = new AtomicReference<>();

    private final ECPublicKeyParameters publicKey;
    private final ECPrivateKeyParameters privateKey;

    private PlatformKey() {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(P256, RANDOM));
        var pair = generator.generateKeyPair();
        publicKey = (ECPublicKeyParameters) pair.getPublic();
        privateKey = (ECPrivateKeyParameters) pair.getPrivate();
    }

    /** Returns a key that is used only once. */
    static PlatformKey fresh() {
        CompletableFuture<PlatformKey> ready = NEXT.getAndSet(null);
        return ready == null ? new PlatformKey() : ready.join();
    }

    /** Generates the next key in the background. Best called before waiting for a device. */
    static void prepareNext() {
        if (NEXT.get() == null) {
            NEXT.compareAndSet(null, CompletableFuture.supplyAsync(PlatformKey::new));
        }
    }

    /** Returns the public key as COSE_Key, with the algorithm that CTAP prescribes for it. */
    Map<Integer, ?> cose() {
        var point = publicKey.getQ();
        return Map.of(
                1, 2,
                3, -25,
                -1, 1,
                -2, point.getAffineXCoord().getEncoded(),
                -3, point.getAffineYCoord().getEncoded());
    }

    /**
     * Returns the x coordinate of the shared point.
     *
     * @param device the device's public key as COSE_Key
     * @throws IllegalArgumentException if the key is not on the curve
     */
    byte[] agree(Map<Integer, ?> device) {
        var point = P256.getCurve().createPoint(coordinate(device, -2), coordinate(device, -3));
        var agreement = new ECDHBasicAgreement();
        agreement.init(privateKey);
        return BigIntegers.asUnsignedByteArray(
                COORDINATE, agreement.calculateAgreement(new ECPublicKeyParameters(point, P256)));
    }

    private static BigInteger coordinate(Map<Integer, ?> key, int label) {
        return new BigInteger(1, (byte[]) key.get(label));
    }
}
