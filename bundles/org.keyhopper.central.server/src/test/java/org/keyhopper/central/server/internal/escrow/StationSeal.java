package org.keyhopper.central.server.internal.escrow;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Seals PINs as a station does, or does not. */
final class StationSeal {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final ECKey key;

    StationSeal(ECKey key) {
        this.key = key;
    }

    /** Returns the PIN for the certificate alone, as authenticated-enveloped data. */
    static byte[] envelope(String pin, X509Certificate escrow, ASN1ObjectIdentifier cipher, boolean oaep)
            throws Exception {
        AlgorithmIdentifier algorithm = oaep
                ? new JcaAlgorithmParametersConverter()
                        .getAlgorithmIdentifier(
                                PKCSObjectIdentifiers.id_RSAES_OAEP,
                                new OAEPParameterSpec(
                                        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT))
                : new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption);
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(
                new JceKeyTransRecipientInfoGenerator(escrow, algorithm).setProvider(PROVIDER));
        OutputAEADEncryptor encryptor = (OutputAEADEncryptor)
                new JceCMSContentEncryptorBuilder(cipher).setProvider(PROVIDER).build();
        return generator
                .generate(new CMSProcessableByteArray(pin.getBytes(StandardCharsets.US_ASCII)), encryptor)
                .getEncoded();
    }

    static byte[] envelope(String pin, X509Certificate escrow) throws Exception {
        return envelope(pin, escrow, CMSAlgorithm.AES256_GCM, true);
    }

    /** Returns the content signed for a context. */
    byte[] sign(byte[] content, String context) throws Exception {
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
                        .build(key.toPrivateKey()),
                key.computeThumbprint().decode()));
        return generator.generate(new CMSProcessableByteArray(content), true).getEncoded();
    }
}
