package org.keyhopper.escrow.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.PKIXRecipientId;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/** The inner message: AuthEnvelopedData with AES-256-GCM, and one RecipientInfo for each escrow certificate. */
public final class Envelope {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private Envelope() {}

    /** Encrypts, with the context as authenticated attribute; RSA certificates by OAEP with SHA-256 (RFC 4055), elliptic curves by ephemeral-static ECDH (RFC 5753). */
    public static byte[] of(byte[] clear, String context, List<X509Certificate> certificates)
            throws CMSException, GeneralSecurityException, IOException {
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        for (X509Certificate certificate : certificates) {
            generator.addRecipientInfoGenerator(recipient(certificate));
        }
        generator.setAuthenticatedAttributeGenerator(
                none -> new AttributeTable(new DERSet(StationSignature.contentIdentifier(context))));
        OutputAEADEncryptor encryptor = (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                .setProvider(PROVIDER)
                .build();
        return generator.generate(new CMSProcessableByteArray(clear), encryptor).getEncoded();
    }

    private static RecipientInfoGenerator recipient(X509Certificate certificate)
            throws GeneralSecurityException, CMSException {
        if (certificate.getPublicKey() instanceof ECPublicKey key) {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", PROVIDER);
            pairs.initialize(key.getParams());
            KeyPair ephemeral = pairs.generateKeyPair();
            return new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_SHA256KDF,
                            ephemeral.getPrivate(),
                            ephemeral.getPublic(),
                            CMSAlgorithm.AES256_WRAP)
                    .addRecipient(certificate)
                    .setProvider(PROVIDER);
        }
        AlgorithmIdentifier oaep = new JcaAlgorithmParametersConverter()
                .getAlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_RSAES_OAEP,
                        new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return new JceKeyTransRecipientInfoGenerator(certificate, oaep).setProvider(PROVIDER);
    }

    /**
     * Checks the algorithms, and that the envelope is for this context, for these certificates and for no other. Earlier versions named
     * no context in it; who removes one cannot have the envelope opened.
     */
    public static void requireSealedTo(byte[] message, String context, List<X509Certificate> certificates)
            throws InvalidPinException, CMSException {
        CMSAuthEnvelopedData envelope = new CMSAuthEnvelopedData(message);
        AuthEnvelopedData data =
                AuthEnvelopedData.getInstance(envelope.toASN1Structure().getContent());
        InvalidPinException.unless(
                NISTObjectIdentifiers.id_aes256_GCM.equals(data.getAuthEncryptedContentInfo()
                        .getContentEncryptionAlgorithm()
                        .getAlgorithm()),
                "AES-256-GCM");
        if (data.getAuthAttrs() != null) {
            InvalidPinException.unless(
                    StationSignature.contentIdentifier(context)
                            .equals(new AttributeTable(data.getAuthAttrs())
                                    .get(PKCSObjectIdentifiers.id_aa_contentIdentifier)),
                    "authenticated attribute");
        }
        Collection<RecipientInformation> recipients =
                envelope.getRecipientInfos().getRecipients();
        InvalidPinException.unless(
                recipients.size() == certificates.size(),
                certificates.size() == 1 ? "one recipient" : "number of recipients");
        List<X509Certificate> left = new ArrayList<>(certificates);
        for (RecipientInformation recipient : recipients) {
            InvalidPinException.unless(
                    left.removeIf(certificate -> isFor(recipient, certificate)), "escrow certificate");
            InvalidPinException.unless(
                    !PKCSObjectIdentifiers.rsaEncryption.getId().equals(recipient.getKeyEncryptionAlgOID()),
                    "RSA-OAEP or key agreement");
        }
    }

    static boolean isFor(RecipientInformation recipient, X509Certificate certificate) {
        try {
            return recipient.getRID() instanceof PKIXRecipientId id
                    && id.match(new JcaX509CertificateHolder(certificate));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
