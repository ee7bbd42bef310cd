package org.keyhopper.core.internal.ceremony;

import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.fido.ModelMetadata;

/** Asks the station's metadata, when the profile wants that. */
final class AttestationTrust {

    private AttestationTrust() {}

    static Optional<Problem> problem(CeremonyState state, Function<ModelMetadata, Optional<Problem>> question) {
        if (!state.order.profile().wants(Profile.Option.PROVEN_MAKER)) {
            return Optional.empty();
        }
        Answer<ModelMetadata> metadata = state.tools.metadata().models();
        return metadata.trouble().or(() -> metadata.result().flatMap(question));
    }
}
