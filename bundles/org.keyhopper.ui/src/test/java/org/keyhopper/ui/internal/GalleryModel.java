package org.keyhopper.ui.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.core.station.Station;
import org.keyhopper.texts.ProblemTexts;
import org.keyhopper.ui.fakes.FakeOperator;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.internal.help.HelpButton;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.RateLimiter;
import org.keyhopper.ui.model.WindowServices;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.requests.PeopleReader;
import org.keyhopper.ui.model.requests.SavedProfiles;

/** Creates a workbench model on a fake station. Its work is done at once; the screen is updated when that is done. UI thread. */
public final class GalleryModel {

    /** A time of day with the most letters. */
    private static final Clock LATE = Clock.fixed(Instant.parse("2026-11-19T21:52:00Z"), ZoneOffset.UTC);

    private static final SavedProfiles PROFILES = new SavedProfiles(Path.of("target/gallery-profiles"));

    private GalleryModel() {}

    public static WorkbenchModel of(FakeStation station, String language) {
        return of(station, language, Runnable::run);
    }

    /** @param work does the work of the presenters */
    static WorkbenchModel of(Station station, String language, Executor work) {
        Display display = Display.getCurrent();
        Messages messages = Messages.in(Locale.of(language));
        HelpButton.provide(display, messages.text("help.title"), () -> {});
        WorkbenchContext context = new WorkbenchContext(
                station,
                messages,
                ProblemTexts.in(messages.locale())::explain,
                work,
                new RateLimiter(Duration.ZERO, (delay, update) -> display.asyncExec(update), System::nanoTime),
                LATE);
        return new WorkbenchModel(
                context,
                new WindowServices(
                        place -> {},
                        new FakeOperator(),
                        address -> {},
                        new WindowServices.Files(
                                (file, mapping) -> new PeopleReader.ReadPeople(
                                        Samples.people(12),
                                        List.of(),
                                        List.of("id", "userPrincipalName", "displayName", "department"),
                                        Map.of("user", "userPrincipalName", "displayName", "displayName")),
                                (request, format, file) -> {},
                                PROFILES),
                        setup -> {}));
    }
}
