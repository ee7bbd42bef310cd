package org.keyhopper.escrow.internal;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.RSAKey;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;

/**
 * Decrypts with an RSA key that does not leave its token. The token computes the RSA operation (CKM_RSA_X_509); the padding, OAEP
 * with SHA-256, is removed here, since the provider of the JDK has no mechanism for it.
 */
final class Pkcs11Recipient extends JceKeyTransAuthEnvelopedRecipient {

    private final PrivateKey key;
    private final Provider token;

    Pkcs11Recipient(PrivateKey key, Provider token) {
        super(key);
        this.key = key;
        this.token = token;
    }

    @Override
    protected Key extractSecretKey(AlgorithmIdentifier keyEncryption, AlgorithmIdentifier content, byte[] encrypted)
            throws CMSException {
        try {
            OAEPEncoding padding =
                    new OAEPEncoding(new TokenRsa(key, token), new SHA256Digest(), new SHA256Digest(), null);
            padding.init(false, null);
            return new SecretKeySpec(padding.processBlock(encrypted, 0, encrypted.length), "AES");
        } catch (InvalidCipherTextException e) {
            throw new CMSException("the key of a sealed PIN cannot be decrypted by the token", e);
        }
    }

    /** The RSA operation without padding. */
    private record TokenRsa(PrivateKey key, Provider token) implements AsymmetricBlockCipher {

        @Override
        public void init(boolean encrypting, CipherParameters none) {
            if (encrypting) {
                throw new IllegalArgumentException("decrypts only");
            }
        }

        @Override
        public int getInputBlockSize() {
            return (((RSAKey) key).getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
        }

        @Override
        public int getOutputBlockSize() {
            return getInputBlockSize() - 1;
        }

        @Override
        public byte[] processBlock(byte[] in, int from, int length) throws InvalidCipherTextException {
            try {
                Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding", token);
                cipher.init(Cipher.DECRYPT_MODE, key);
                return cipher.doFinal(in, from, length);
            } catch (GeneralSecurityException e) {
                throw new InvalidCipherTextException("the token refused", e);
            }
        }
    }
}
