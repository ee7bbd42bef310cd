package org.keyhopper.central.server.internal.escrow;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.PKIXRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.escrow.SealedPins;
import org.keyhopper.central.problem.CentralProblem;

/**
 * Sealed PINs as CMS: SignedData (RFC 5652 section 5) with the key of the station and the claim as content identifier (RFC
 * 2634 section 2.7), around a ContentInfo with AuthEnvelopedData (RFC 5083), AES-256-GCM, for the escrow certificate alone.
 */
public final class CmsSealedPins implements SealedPins {

    private static final int LONGEST = 16 * 1024;

    private final Optional<X509Certificate> certificate;
    private final Clock clock;

    public CmsSealedPins(Optional<X509Certificate> certificate, Clock clock) {
        this.certificate = certificate;
        this.clock = clock;
    }

    /** Reads the certificate from a PEM file. */
    public static X509Certificate read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Override
    public Optional<byte[]> certificate() {
        return certificate.map(CmsSealedPins::encoded);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Problem> check(byte[] sealed, String stationKey, String context) {
        if (certificate.isEmpty()) {
            return Optional.of(Problem.of(CentralProblem.NO_ESCROW));
        }
        try {
            requireValid(certificate.get());
            require(sealed.length <= LONGEST, "size");
            CMSSignedData signed = new CMSSignedData(sealed);
            requireSignature(signed, stationKey, context);
            require(signed.getSignedContent() != null, "content");
            requireEnvelope(
                    new CMSAuthEnvelopedData((byte[]) signed.getSignedContent().getContent()));
            return Optional.empty();
        } catch (InvalidPinException e) {
            return Optional.of(Problem.of(CentralProblem.SEALED_PIN_INVALID, e.getMessage()));
        } catch (CMSException | OperatorCreationException | ParseException | JOSEException | RuntimeException e) {
            return Optional.of(
                    Problem.of(CentralProblem.SEALED_PIN_INVALID, "form").withDetail(String.valueOf(e.getMessage())));
        }
    }

    private void requireValid(X509Certificate escrow) throws InvalidPinException {
        Date now = Date.from(clock.instant());
        require(!now.before(escrow.getNotBefore()) && !now.after(escrow.getNotAfter()), "certificate expired");
    }

    private static void requireSignature(CMSSignedData signed, String stationKey, String context)
            throws InvalidPinException, CMSException, OperatorCreationException, ParseException, JOSEException {
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        require(signers.size() == 1, "one signer");
        SignerInformation signer = signers.iterator().next();
        PublicKey key = ECKey.parse(stationKey).toECPublicKey();
        require(
                signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(new BouncyCastleProvider())
                        .build(key)),
                "signature");
        AttributeTable attributes = signer.getSignedAttributes();
        Attribute identifier =
                attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_contentIdentifier);
        require(identifier != null && identifier.getAttrValues().size() == 1, "content identifier");
        byte[] named = ASN1OctetString.getInstance(identifier.getAttrValues().getObjectAt(0))
                .getOctets();
        require(Arrays.equals(named, context.getBytes(StandardCharsets.US_ASCII)), "content identifier");
    }

    private void requireEnvelope(CMSAuthEnvelopedData envelope) throws InvalidPinException {
        AuthEnvelopedData data =
                AuthEnvelopedData.getInstance(envelope.toASN1Structure().getContent());
        require(
                NISTObjectIdentifiers.id_aes256_GCM.equals(data.getAuthEncryptedContentInfo()
                        .getContentEncryptionAlgorithm()
                        .getAlgorithm()),
                "AES-256-GCM");
        Collection<RecipientInformation> recipients =
                envelope.getRecipientInfos().getRecipients();
        require(recipients.size() == 1, "one recipient");
        RecipientInformation recipient = recipients.iterator().next();
        require(recipient.getRID() instanceof PKIXRecipientId id && id.match(holder()), "escrow certificate");
        require(
                !PKCSObjectIdentifiers.rsaEncryption.getId().equals(recipient.getKeyEncryptionAlgOID()),
                "RSA-OAEP or key agreement");
    }

    private X509CertificateHolder holder() throws InvalidPinException {
        try {
            return new JcaX509CertificateHolder(certificate.orElseThrow());
        } catch (CertificateEncodingException e) {
            throw new InvalidPinException("escrow certificate");
        }
    }

    private static void require(boolean holds, String what) throws InvalidPinException {
        if (!holds) {
            throw new InvalidPinException(what);
        }
    }

    /** Names what is wrong. */
    private static final class InvalidPinException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidPinException(String what) {
            super(what);
        }
    }
}
