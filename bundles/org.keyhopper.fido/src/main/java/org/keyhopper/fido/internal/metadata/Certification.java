package org.keyhopper.fido.internal.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Problem;
import tools.jackson.databind.JsonNode;

/**
 * What directories that enforce attestation look for in a metadata entry (FIDO Metadata Service 3.1 section 3.1.1).
 *
 * @param problem NOT_CERTIFIED or MODEL_LACKS, if one applies
 * @param changed the day of the latest change of the status, if it is known
 */
record Certification(Optional<Problem> problem, Optional<LocalDate> changed) {

    private static final String CERTIFIED = "FIDO_CERTIFIED";

    static Certification read(String name, JsonNode entry) {
        Optional<Problem> problem = isCertified(entry.path("statusReports"))
                ? lacking(entry.path("metadataStatement").path("authenticatorGetInfo"))
                        .map(what -> Problem.of(MetadataProblem.MODEL_LACKS, name, what))
                : Optional.of(Problem.of(MetadataProblem.NOT_CERTIFIED, name));
        return new Certification(problem, date(entry.path("timeOfLastStatusChange")));
    }

    private static boolean isCertified(JsonNode reports) {
        return reports.valueStream()
                .map(report -> report.path("status").asString(""))
                .anyMatch(status -> status.startsWith(CERTIFIED));
    }

    /** An entry need not describe this; then nothing is known to lack. */
    private static Optional<String> lacking(JsonNode info) {
        if (info.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode options = info.path("options");
        if (texts(info.path("versions")).stream().noneMatch(version -> version.startsWith("FIDO_2_"))) {
            return Optional.of("FIDO 2.0");
        }
        if (!options.path("rk").asBoolean(false)) {
            return Optional.of("rk");
        }
        if (!options.has("clientPin") && !options.has("uv")) {
            return Optional.of("clientPin");
        }
        Set<String> extensions = texts(info.path("extensions"));
        return extensions.contains("hmac-secret") || extensions.contains("prf")
                ? Optional.empty()
                : Optional.of("hmac-secret");
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(word -> word.asString("")).collect(Collectors.toSet());
    }

    private static Optional<LocalDate> date(JsonNode text) {
        try {
            return Optional.of(LocalDate.parse(text.asString("")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
