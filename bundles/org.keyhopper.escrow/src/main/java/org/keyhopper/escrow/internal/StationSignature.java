package org.keyhopper.escrow.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collection;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The outer message: SignedData with one signer and the context as content identifier. The content type is plain data, since
 * {@code openssl cms -verify} then yields a message that {@code openssl cms -decrypt} reads.
 */
public final class StationSignature {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private StationSignature() {}

    public static byte[] sign(byte[] content, String context, KeyPair station)
            throws CMSException, OperatorCreationException, GeneralSecurityException, IOException {
        JcaSignerInfoGeneratorBuilder signer = new JcaSignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build());
        signer.setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(contentIdentifier(context)))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addCertificate(StationCertificate.of(station));
        generator.addSignerInfoGenerator(signer.build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(PROVIDER)
                        .build(station.getPrivate()),
                StationCertificate.keyIdentifier(station)));
        return generator.generate(new CMSProcessableByteArray(content), true).getEncoded();
    }

    static Attribute contentIdentifier(String context) {
        return new Attribute(
                PKCSObjectIdentifiers.id_aa_contentIdentifier, new DERSet(new DEROctetString(bytes(context))));
    }

    /** Returns the content, if this station signed it for this context. */
    public static byte[] verified(byte[] sealed, PublicKey station, String context)
            throws InvalidPinException, CMSException, OperatorCreationException {
        CMSSignedData signed = new CMSSignedData(sealed);
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        InvalidPinException.unless(signers.size() == 1, "one signer");
        SignerInformation signer = signers.iterator().next();
        InvalidPinException.unless(
                signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(PROVIDER)
                        .build(station)),
                "signature");
        InvalidPinException.unless(
                Arrays.equals(identifierOf(signer.getSignedAttributes()), bytes(context)), "content identifier");
        InvalidPinException.unless(signed.getSignedContent() != null, "content");
        return (byte[]) signed.getSignedContent().getContent();
    }

    /** Returns the content without verifying its signature. */
    static byte[] content(byte[] sealed) throws InvalidPinException, CMSException {
        CMSSignedData signed = new CMSSignedData(sealed);
        InvalidPinException.unless(signed.getSignedContent() != null, "content");
        return (byte[]) signed.getSignedContent().getContent();
    }

    private static byte[] identifierOf(AttributeTable attributes) throws InvalidPinException {
        Attribute identifier =
                attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_contentIdentifier);
        InvalidPinException.unless(
                identifier != null && identifier.getAttrValues().size() == 1, "content identifier");
        return ASN1OctetString.getInstance(identifier.getAttrValues().getObjectAt(0))
                .getOctets();
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
