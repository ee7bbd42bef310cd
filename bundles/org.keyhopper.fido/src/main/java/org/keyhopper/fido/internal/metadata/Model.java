package org.keyhopper.fido.internal.metadata;

import com.webauthn4j.util.CertificateUtil;
import java.security.cert.TrustAnchor;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A metadata entry (FIDO Metadata Service 3.1 section 3.1.1).
 *
 * @param aaguid the model
 * @param name the description
 * @param roots the attestation roots, or the attestation certificates themselves
 * @param report a status report that revokes trust, if any
 * @param certification the certification, and what the model can do by its metadata
 */
record Model(UUID aaguid, String name, Set<TrustAnchor> roots, Optional<String> report, Certification certification) {

    /** The status values (section 3.1.4) after which its credentials can be used or forged by others. */
    private static final Set<String> REVOKING_STATUSES = Set.of(
            "REVOKED",
            "USER_VERIFICATION_BYPASS",
            "ATTESTATION_KEY_COMPROMISE",
            "USER_KEY_REMOTE_COMPROMISE",
            "USER_KEY_PHYSICAL_COMPROMISE");

    private static final Logger LOG = LoggerFactory.getLogger(Model.class);

    /** Parses an entry; empty if it does not describe a FIDO2 device. */
    static Optional<Model> read(JsonNode entry) {
        JsonNode statement = entry.path("metadataStatement");
        String aaguid = entry.path("aaguid").asString(statement.path("aaguid").asString(""));
        if (aaguid.isEmpty()) {
            return Optional.empty();
        }
        String name = statement.path("description").asString(aaguid);
        return Optional.of(new Model(
                UUID.fromString(aaguid),
                name,
                roots(statement.path("attestationRootCertificates"), aaguid),
                texts(entry.path("statusReports"), "status")
                        .filter(REVOKING_STATUSES::contains)
                        .findFirst(),
                Certification.read(name, entry)));
    }

    private static Set<TrustAnchor> roots(JsonNode list, String aaguid) {
        Set<TrustAnchor> roots = new HashSet<>();
        texts(list).forEach(certificate -> {
            try {
                byte[] der = Base64.getMimeDecoder().decode(certificate);
                roots.add(new TrustAnchor(CertificateUtil.generateX509Certificate(der), null));
            } catch (RuntimeException e) {
                // An invalid certificate of one manufacturer must not invalidate all others; only this model cannot be
                // proved.
                LOG.warn("Ignoring invalid certificate of model {}: {}", aaguid, e.getMessage());
            }
        });
        return Set.copyOf(roots);
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(word -> word.asString(""));
    }

    private static Stream<String> texts(JsonNode list, String member) {
        return list.valueStream().map(one -> one.path(member).asString(""));
    }
}
