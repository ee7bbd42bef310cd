package org.keyhopper.fido;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads signed FIDO metadata. An OSGi service, stateless, any thread, no network access; takes some seconds for the
 * complete BLOB of the FIDO Alliance.
 */
@ProviderType
public interface MetadataReader {

    /**
     * Parses a metadata BLOB (FIDO Metadata Service 3.1 section 3.1.7) and verifies its signature. Fails with
     * UNREADABLE, SIGNATURE_INVALID or SIGNER_NOT_TRUSTED; never returns {@link Answer.Unclear}.
     *
     * @param file a JWT in compact serialisation, in ASCII
     * @param root the trust anchor of the signing certificate; if empty, that of the FIDO Alliance, whose host name the
     *     certificate must then contain
     */
    Answer<ModelMetadata> read(byte[] file, Optional<X509Certificate> root);
}
