package org.keyhopper.escrow.internal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Arrays;
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

    private final TokenRsa rsa;

    /** @param modulus of the key, which a key in a token need not say itself */
    Pkcs11Recipient(PrivateKey key, BigInteger modulus, Provider token) {
        super(key);
        rsa = new TokenRsa(key, modulus, token);
    }

    @Override
    protected Key extractSecretKey(AlgorithmIdentifier keyEncryption, AlgorithmIdentifier content, byte[] encrypted)
            throws CMSException {
        try {
            OAEPEncoding padding = new OAEPEncoding(rsa, new SHA256Digest(), new SHA256Digest(), null);
            padding.init(false, null);
            return new SecretKeySpec(padding.processBlock(encrypted, 0, encrypted.length), "AES");
        } catch (InvalidCipherTextException e) {
            throw new CMSException("the key of a sealed PIN cannot be decrypted by the token", e);
        }
    }

    /** The RSA operation without padding. */
    private record TokenRsa(PrivateKey key, BigInteger modulus, Provider token) implements AsymmetricBlockCipher {

        @Override
        public void init(boolean encrypting, CipherParameters none) {
            if (encrypting) {
                throw new IllegalArgumentException("decrypts only");
            }
        }

        @Override
        public int getInputBlockSize() {
            return (modulus.bitLength() + Byte.SIZE - 1) / Byte.SIZE;
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
                byte[] block = cipher.doFinal(in, from, length);
                // The first byte of a padded block is 0, and is none of the padding's.
                return block.length > getOutputBlockSize()
                        ? Arrays.copyOfRange(block, block.length - getOutputBlockSize(), block.length)
                        : block;
            } catch (GeneralSecurityException e) {
                throw new InvalidCipherTextException("the token refused", e);
            }
        }
    }
}
