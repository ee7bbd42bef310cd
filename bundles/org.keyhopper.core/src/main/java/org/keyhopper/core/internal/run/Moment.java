package org.keyhopper.core.internal.run;

import java.util.Optional;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;

/** What a choice was made about: for another person or another device it does not hold. */
record Moment(RunPhase phase, Optional<RecipientId> person, Optional<LinkId> device) {

    static Moment of(RunSnapshot snapshot) {
        return new Moment(
                snapshot.phase(),
                snapshot.current().map(RecipientState::id),
                snapshot.device().map(facts -> facts.link().id()));
    }
}
