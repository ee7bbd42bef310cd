package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import java.util.List;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.ceremony.CeremonyListener;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifies the listener and the operator of progress. A listener that throws is logged and does not end the ceremony.
 */
record CeremonyNotifier(CeremonyListener follower, OperatorPrompts operator) implements CeremonyListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(CeremonyNotifier.class);

    @Override
    public void planned(List<CeremonyStep> steps) {
        guarded(() -> follower.planned(steps));
    }

    @Override
    public void began(CeremonyStep step) {
        guarded(() -> follower.began(step));
    }

    @Override
    public void done(CeremonyStep step, Duration took) {
        guarded(() -> follower.done(step, took));
    }

    @Override
    public void reinserted(LinkDescription link) {
        guarded(() -> follower.reinserted(link));
    }

    @Override
    public void missed(Problem problem) {
        guarded(() -> follower.missed(problem));
    }

    @Override
    public void warned(Problem problem) {
        guarded(() -> follower.warned(problem));
    }

    @Override
    public void instructed(Instruction instruction) {
        guarded(() -> follower.instructed(instruction));
        guarded(() -> operator.instruct(instruction));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOGGER.error("A listener of the ceremony failed", e);
        }
    }
}
