package org.keyhopper.fido;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The metadata of authenticator models, published by the FIDO Metadata Service or by an organisation in the same format
 * (FIDO Metadata Service 3.1). Immutable, any thread, no network access.
 */
@ProviderType
public interface ModelMetadata {

    /** Returns the serial number of the BLOB (member {@code no}), which increases with every release. */
    int edition();

    /** Returns the date of the next release (member {@code nextUpdate}). */
    LocalDate nextUpdate();

    /** Returns the number of models. */
    int models();

    /** Returns the description of a model, if it is known. */
    Optional<String> nameOf(UUID aaguid);

    /** Checks the model; returns MODEL_UNKNOWN or MODEL_REPORTED if it must not be trusted. */
    Optional<Problem> checkModel(UUID aaguid);

    /**
     * Checks the model as {@link #checkModel} does, and whether it is FIDO certified and described as a FIDO2 authenticator
     * with discoverable credentials, a PIN or user verification, and hmac-secret, as directories require that enforce
     * attestation; returns NOT_CERTIFIED or MODEL_LACKS otherwise.
     */
    Optional<Problem> checkCertified(UUID aaguid);

    /** Returns the day of the latest change of the model's status (member {@code timeOfLastStatusChange}), if it is known. */
    Optional<LocalDate> statusChanged(UUID aaguid);

    /**
     * Checks the model as {@link #checkModel} does, and the trust path of a credential whose signatures were already
     * verified; returns MAKER_NOT_PROVEN if it does not end at an attestation root of the model.
     */
    Optional<Problem> checkMaker(NewCredential credential);
}
