package org.keyhopper.ui.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.keyhopper.texts.ProblemTexts;
import org.keyhopper.ui.fakes.FakeOperator;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.RateLimiter;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.requests.PeopleReader;

/** Creates a workbench model on a fake station. */
final class GalleryModel {

    /** A time of day with the most letters. */
    private static final Clock LATE = Clock.fixed(Instant.parse("2026-11-19T21:52:00Z"), ZoneOffset.UTC);

    private GalleryModel() {}

    static WorkbenchModel of(FakeStation station, String language) {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2, action -> {
            Thread thread = new Thread(action);
            thread.setDaemon(true);
            return thread;
        });
        Messages messages = Messages.in(Locale.of(language));
        WorkbenchContext context = new WorkbenchContext(
                station,
                messages,
                ProblemTexts.in(messages.locale())::explain,
                executor,
                RateLimiter.tenPerSecond(executor),
                LATE);
        return new WorkbenchModel(
                context,
                new WorkbenchModel.Services(
                        place -> {},
                        new FakeOperator(),
                        address -> {},
                        new WorkbenchModel.Files(
                                file -> new PeopleReader.ReadPeople(Samples.people(12), List.of()),
                                (request, format, file) -> {})));
    }
}
