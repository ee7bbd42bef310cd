package org.keyhopper.central.client.internal;

import com.nimbusds.jose.JOSEException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.keyhopper.api.settings.Secret;

/**
 * Seals PINs to the escrow certificate as CMS: AuthEnvelopedData (RFC 5083) with AES-256-GCM for the certificate alone, in
 * SignedData (RFC 5652 section 5) of the station with the claim as content identifier (RFC 2634 section 2.7).
 *
 * @param escrow an RSA certificate, or one with a key on an elliptic curve
 */
record PinSeal(X509Certificate escrow) {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    /** Reads a certificate, DER. */
    static PinSeal of(byte[] certificate) throws CertificateException {
        return new PinSeal((X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
    }

    /** Returns the PIN sealed for a claim, signed with the key of the station. */
    byte[] seal(Secret pin, long claim, StationKey key) throws GeneralSecurityException {
        byte[] plain = pin.toUtf8();
        try {
            return signed(envelope(plain), "claim:" + claim, key);
        } catch (CMSException | OperatorCreationException | IOException | JOSEException e) {
            throw new GeneralSecurityException("the PIN cannot be sealed", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] envelope(byte[] plain)
            throws GeneralSecurityException, CMSException, OperatorCreationException, IOException {
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(recipient());
        OutputAEADEncryptor encryptor = (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                .setProvider(PROVIDER)
                .build();
        return generator.generate(new CMSProcessableByteArray(plain), encryptor).getEncoded();
    }

    private RecipientInfoGenerator recipient() throws GeneralSecurityException {
        if (escrow.getPublicKey() instanceof ECPublicKey curve) {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", PROVIDER);
            pairs.initialize(curve.getParams());
            KeyPair once = pairs.generateKeyPair();
            return new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_SHA256KDF, once.getPrivate(), once.getPublic(), CMSAlgorithm.AES256_WRAP)
                    .addRecipient(escrow)
                    .setProvider(PROVIDER);
        }
        AlgorithmIdentifier oaep = new JcaAlgorithmParametersConverter()
                .getAlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_RSAES_OAEP,
                        new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return new JceKeyTransRecipientInfoGenerator(escrow, oaep).setProvider(PROVIDER);
    }

    private static byte[] signed(byte[] content, String context, StationKey key)
            throws CMSException, OperatorCreationException, IOException, JOSEException {
        Attribute identifier = new Attribute(
                PKCSObjectIdentifiers.id_aa_contentIdentifier,
                new DERSet(new DEROctetString(context.getBytes(StandardCharsets.US_ASCII))));
        JcaSignerInfoGeneratorBuilder signer = new JcaSignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build());
        signer.setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(identifier))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(signer.build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(PROVIDER)
                        .build(key.key().toPrivateKey()),
                key.key().computeThumbprint().decode()));
        return generator.generate(new CMSProcessableByteArray(content), true).getEncoded();
    }
}
