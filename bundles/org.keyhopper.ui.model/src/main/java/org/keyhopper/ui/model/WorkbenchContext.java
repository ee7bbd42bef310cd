package org.keyhopper.ui.model;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.CentralUnavailableException;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.station.Station;
import org.keyhopper.texts.Explanation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shared services of all presenters.
 *
 * @param explain turns a problem into text
 * @param work runs blocking disk and network operations
 * @param rateLimiter limits how often the screen is updated
 */
public record WorkbenchContext(
        Station station,
        Messages messages,
        Function<Problem, Explanation> explain,
        Executor work,
        RateLimiter rateLimiter,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchContext.class);

    /** Shorthand for {@link Messages#text}. */
    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** Returns the problem's title, cause and action in one paragraph. */
    public String sentence(Problem problem) {
        Explanation explanation = explain.apply(problem);
        return explanation.title() + ". " + explanation.cause() + " " + explanation.action();
    }

    /** Returns the sentences about the problem as a notice. */
    public Notice notice(Problem problem, Tint tint) {
        return new Notice(sentence(problem), tint, Optional.of(problem.code().id()));
    }

    /** Runs a task that may block; a store failure or an internal error is reported as a notice. */
    public void inBackground(Runnable task, Consumer<Notice> notices) {
        work.execute(() -> {
            try {
                task.run();
            } catch (CentralUnavailableException e) {
                LOG.warn("Central did not answer, or refused", e);
                notices.accept(notice(e.problem(), Tint.ATTENTION));
            } catch (StoreException e) {
                LOG.error("The store failed", e);
                notices.accept(new Notice(text("store.failed", e.getMessage()), Tint.BAD));
            } catch (RuntimeException | LinkageError e) {
                // LinkageError: classes may be missing if the product is replaced while it runs.
                LOG.error("Internal error", e);
                notices.accept(notice(Problem.of(RunProblem.INTERNAL_FAULT), Tint.BAD));
            }
        });
    }
}
