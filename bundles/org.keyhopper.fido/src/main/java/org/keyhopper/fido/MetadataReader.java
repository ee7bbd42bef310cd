package org.keyhopper.fido;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.osgi.annotation.versioning.ProviderType;

/** Reads signed metadata. An OSGi service, stateless, any thread, no network; some seconds for the whole world's models. */
@ProviderType
public interface MetadataReader {

    /**
     * Reads a signed file (FIDO Metadata Service 3.1 section 3.1.7) and checks who signed it. Fails with UNREADABLE,
     * SIGNATURE_INVALID or SIGNER_NOT_TRUSTED; is never unclear.
     *
     * @param file a JWT in compact form, in ASCII
     * @param root where the signer's certificates must end; empty for the FIDO Alliance, whose name the signer must then bear
     */
    Answer<ModelMetadata> read(byte[] file, Optional<X509Certificate> root);
}
