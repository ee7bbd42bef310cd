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
 * One entry (FIDO Metadata Service 3.1 section 3.1.1).
 *
 * @param aaguid the model
 * @param name what its maker calls it
 * @param roots the certificates that attestations of this model end at, or are made with
 * @param signsItself whether its attestations are made with the credential's own key, and prove nothing
 * @param report the word of a report that it cannot be trusted, if there is one
 */
record Model(UUID aaguid, String name, Set<TrustAnchor> roots, boolean signsItself, Optional<String> report) {

    /** Section 3.1.4: these say that a stranger can use its credentials, or make ones like them. */
    private static final Set<String> BAD_REPORTS = Set.of(
            "REVOKED",
            "USER_VERIFICATION_BYPASS",
            "ATTESTATION_KEY_COMPROMISE",
            "USER_KEY_REMOTE_COMPROMISE",
            "USER_KEY_PHYSICAL_COMPROMISE");

    private static final Logger LOG = LoggerFactory.getLogger(Model.class);

    /** Reads an entry; empty for one that is not about a FIDO2 device. */
    static Optional<Model> read(JsonNode entry) {
        JsonNode statement = entry.path("metadataStatement");
        String aaguid = entry.path("aaguid").asString(statement.path("aaguid").asString(""));
        if (aaguid.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Model(
                UUID.fromString(aaguid),
                statement.path("description").asString(aaguid),
                roots(statement.path("attestationRootCertificates"), aaguid),
                words(statement.path("attestationTypes")).anyMatch("basic_surrogate"::equals),
                words(entry.path("statusReports"), "status")
                        .filter(BAD_REPORTS::contains)
                        .findFirst()));
    }

    private static Set<TrustAnchor> roots(JsonNode list, String aaguid) {
        Set<TrustAnchor> roots = new HashSet<>();
        words(list).forEach(certificate -> {
            try {
                byte[] der = Base64.getMimeDecoder().decode(certificate);
                roots.add(new TrustAnchor(CertificateUtil.generateX509Certificate(der), null));
            } catch (RuntimeException e) {
                // One maker's slip must not cost all others; without it this model's devices are not proven.
                LOG.warn("A certificate of model {} cannot be read: {}", aaguid, e.getMessage());
            }
        });
        return Set.copyOf(roots);
    }

    private static Stream<String> words(JsonNode list) {
        return list.valueStream().map(word -> word.asString(""));
    }

    private static Stream<String> words(JsonNode list, String member) {
        return list.valueStream().map(one -> one.path(member).asString(""));
    }
}
