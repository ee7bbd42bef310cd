package org.keyhopper.ui.model;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.keyhopper.texts.Explanation;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;

/** Creates a context that runs all work immediately, on the thread of the test. */
public final class TestContext {

    private TestContext() {}

    public static WorkbenchContext of(FakeStation station) {
        RateLimiter atOnce = new RateLimiter(Duration.ZERO, (delay, action) -> action.run(), () -> 0);
        return new WorkbenchContext(
                station,
                Messages.in(Locale.ENGLISH),
                problem -> new Explanation(problem.code().id(), "because " + problem.arguments(), "Do something."),
                Runnable::run,
                atOnce,
                Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    }
}
