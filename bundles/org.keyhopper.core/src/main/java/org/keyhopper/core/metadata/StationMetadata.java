package org.keyhopper.core.metadata;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.osgi.annotation.versioning.ProviderType;

/** A station's metadata of models. Any thread; the first call reads the file, which takes some seconds. */
@ProviderType
public interface StationMetadata {

    /** Returns the edition. Fails with MISSING, or with the reason why the file is invalid. */
    Answer<MetadataEdition> current();

    /**
     * Installs a file if it is valid. Fails with UNREADABLE, SIGNATURE_INVALID, SIGNER_NOT_TRUSTED, or with OLDER
     * when the station has a later edition from the same root; the current file is kept then.
     *
     * @param root the root certificate of the signer; empty for the FIDO Alliance's
     */
    Answer<MetadataEdition> install(byte[] signed, Optional<X509Certificate> root);
}
