package org.keyhopper.escrow.internal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Decrypts the envelope in a sealed PIN. */
public final class OpenedEnvelope {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private OpenedEnvelope() {}

    /**
     * Returns the content, to be wiped by the caller; empty if it was not encrypted for this certificate.
     *
     * @param token that holds the key, if it is not in memory; RSA keys only
     */
    public static Optional<byte[]> of(
            byte[] sealed, X509Certificate certificate, PrivateKey key, Optional<Provider> token)
            throws CMSException, InvalidPinException, GeneralSecurityException {
        CMSAuthEnvelopedData envelope = new CMSAuthEnvelopedData(StationSignature.content(sealed));
        for (RecipientInformation recipient : envelope.getRecipientInfos().getRecipients()) {
            if (Envelope.isFor(recipient, certificate)) {
                return Optional.of(recipient.getContent(opener(recipient, certificate, key, token)));
            }
        }
        return Optional.empty();
    }

    private static Recipient opener(
            RecipientInformation recipient, X509Certificate certificate, PrivateKey key, Optional<Provider> token) {
        if (recipient instanceof KeyAgreeRecipientInformation) {
            return new JceKeyAgreeAuthEnvelopedRecipient(key).setProvider(PROVIDER);
        }
        return token.<Recipient>map(
                        it -> new Pkcs11Recipient(key, modulus(certificate), it).setContentProvider(PROVIDER))
                .orElseGet(() -> new JceKeyTransAuthEnvelopedRecipient(key).setProvider(PROVIDER));
    }

    private static BigInteger modulus(X509Certificate certificate) {
        return ((RSAPublicKey) certificate.getPublicKey()).getModulus();
    }
}
