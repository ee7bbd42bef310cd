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
 * An ephemeral key of ours for the key agreement with a device (CTAP 2.2 section 6.5.6). Bouncy Castle's P-256 takes a
 * small part of the time of the JDK's, which was most of what a PIN token cost us.
 */
final class PlatformKey {

    private static final int COORDINATE = 32;
    private static final ECDomainParameters P256 = new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The next key, made while nobody waits; null when it was given out. */
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

    /** Returns a key that nobody else got or will get. */
    static PlatformKey fresh() {
        CompletableFuture<PlatformKey> ready = NEXT.getAndSet(null);
        return ready == null ? new PlatformKey() : ready.join();
    }

    /** Has the next key made in the background. Best called when a device is about to be waited for. */
    static void prepareNext() {
        if (NEXT.get() == null) {
            NEXT.compareAndSet(null, CompletableFuture.supplyAsync(PlatformKey::new));
        }
    }

    /** Returns the public key as COSE_Key; its algorithm is the one that CTAP prescribes here. */
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
     * Returns the x coordinate that we share with the device.
     *
     * @param device its public key as COSE_Key; an IllegalArgumentException when it is not on the curve
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
