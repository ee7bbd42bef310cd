package org.keyhopper.core.metadata;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.osgi.annotation.versioning.ProviderType;

/** The metadata of models at this station. Any thread; some seconds when it is read for the first time. */
@ProviderType
public interface StationMetadata {

    /** Returns what the station has. Fails with MISSING, or with what is wrong with it by now. */
    Answer<MetadataEdition> current();

    /**
     * Takes a file over, once it is found good. Fails with UNREADABLE, SIGNATURE_INVALID, SIGNER_NOT_TRUSTED, or with OLDER
     * when the station has a later edition from the same root; what was there then stays.
     *
     * @param root where the signer's certificates must end; empty for the FIDO Alliance's
     */
    Answer<MetadataEdition> take(byte[] signed, Optional<X509Certificate> root);
}
