package org.keyhopper.fido.internal.metadata;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.ModelMetadata;
import tools.jackson.databind.JsonNode;

/** The payload of a metadata file (FIDO Metadata Service 3.1 section 3.1.6). */
final class Edition implements ModelMetadata {

    private final int number;
    private final LocalDate nextUpdate;
    private final Map<UUID, Model> byAaguid;

    private Edition(int number, LocalDate nextUpdate, Map<UUID, Model> byAaguid) {
        this.number = number;
        this.nextUpdate = nextUpdate;
        this.byAaguid = byAaguid;
    }

    /**
     * Parses the payload.
     *
     * @throws IllegalArgumentException if a required member is missing or invalid
     * @throws java.time.DateTimeException if a date is invalid
     */
    static Edition read(JsonNode payload) {
        if (!payload.path("no").isInt() || !payload.path("entries").isArray()) {
            throw new IllegalArgumentException("the members \"no\" and \"entries\" are not what they must be");
        }
        return new Edition(
                payload.path("no").asInt(),
                LocalDate.parse(payload.path("nextUpdate").asString("")),
                payload.path("entries")
                        .valueStream()
                        .map(Model::read)
                        .flatMap(Optional::stream)
                        .collect(
                                Collectors.toUnmodifiableMap(Model::aaguid, Function.identity(), (one, other) -> one)));
    }

    @Override
    public int edition() {
        return number;
    }

    @Override
    public LocalDate nextUpdate() {
        return nextUpdate;
    }

    @Override
    public int models() {
        return byAaguid.size();
    }

    @Override
    public Optional<String> nameOf(UUID aaguid) {
        return Optional.ofNullable(byAaguid.get(aaguid)).map(Model::name);
    }

    @Override
    public Optional<Problem> checkModel(UUID aaguid) {
        Model model = byAaguid.get(aaguid);
        return model == null
                ? Optional.of(Problem.of(MetadataProblem.MODEL_UNKNOWN, aaguid.toString()))
                : model.report().map(report -> Problem.of(MetadataProblem.MODEL_REPORTED, model.name(), report));
    }

    @Override
    public Optional<Problem> checkCertified(UUID aaguid) {
        return checkModel(aaguid).or(() -> byAaguid.get(aaguid).certification().problem());
    }

    @Override
    public Optional<LocalDate> statusChanged(UUID aaguid) {
        return Optional.ofNullable(byAaguid.get(aaguid))
                .flatMap(model -> model.certification().changed());
    }

    @Override
    public Optional<Problem> checkMaker(NewCredential credential) {
        MadeCredential made = MadeCredential.of(credential);
        Optional<Problem> problem = checkModel(made.aaguid());
        return problem.isPresent() ? problem : made.problemWithMaker(byAaguid.get(made.aaguid()));
    }
}
