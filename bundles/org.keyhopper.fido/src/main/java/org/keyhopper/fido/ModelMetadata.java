package org.keyhopper.fido;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the FIDO Metadata Service, or an organisation in a file of the same form, says about models of devices (FIDO
 * Metadata Service 3.1). Immutable, any thread, no network.
 */
@ProviderType
public interface ModelMetadata {

    /** Returns the number of this edition; it grows. */
    int edition();

    /** Returns the day on which a newer edition is due. */
    LocalDate nextUpdate();

    /** Returns how many models it knows. */
    int models();

    /** Returns what its maker calls a model, if it is known. */
    Optional<String> nameOf(UUID aaguid);

    /** Returns what is wrong with a model: MODEL_UNKNOWN or MODEL_REPORTED. */
    Optional<Problem> checkModel(UUID aaguid);

    /**
     * Returns what is wrong with a credential whose own signatures were found good: {@link #checkModel}, or
     * MAKER_NOT_PROVEN when its attestation does not end at a certificate that the metadata has for its model.
     */
    Optional<Problem> checkMaker(NewCredential credential);
}
