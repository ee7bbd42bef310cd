package org.keyhopper.ui;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.core.station.Station;
import org.keyhopper.texts.ProblemTexts;
import org.keyhopper.ui.internal.parts.DeskWindow;
import org.keyhopper.ui.internal.prompts.Browser;
import org.keyhopper.ui.internal.prompts.PinPrompt;
import org.keyhopper.ui.internal.window.PerspectiveNavigation;
import org.keyhopper.ui.internal.window.WorkbenchDesk;
import org.keyhopper.ui.model.Desk;
import org.keyhopper.ui.model.DeskEnvironment;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Pace;
import org.keyhopper.ui.model.RehearsedHands;
import org.keyhopper.ui.model.link.ProvisionLink;
import org.keyhopper.ui.model.requests.CsvPeople;
import org.keyhopper.ui.model.results.DocumentReports;
import org.keyhopper.ui.model.upkeep.Upkeep;

/**
 * Builds the desk on a station and puts it into the context of the application, where the parts find it.
 *
 * @param rehearsal whether the station is a simulated one, which the desk then shows
 * @param hands what puts in the cards of a rehearsal
 * @param asked the link that the product was started with, if any
 * @param upkeep what looks after the product itself, where it can be
 */
public record DeskSetup(
        Station station,
        boolean rehearsal,
        Optional<RehearsedHands> hands,
        Optional<ProvisionLink> asked,
        Optional<Upkeep> upkeep) {

    private static final int WORKERS = 4;

    /** Called once, on the UI thread, before the window is made. */
    public void install(IEclipseContext context, Display display, Locale locale) {
        Messages messages = Messages.in(locale);
        ProblemTexts texts = ProblemTexts.in(locale);
        Clock clock = Clock.systemDefaultZone();
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS, daemons());
        DeskEnvironment environment =
                new DeskEnvironment(station, messages, texts::explain, workers, Pace.tenPerSecond(workers), clock);
        Desk desk = new Desk(
                environment,
                new Desk.Outside(
                        new PerspectiveNavigation(context, display),
                        new PinPrompt(display, messages),
                        new Browser(display, messages),
                        new Desk.Files(new CsvPeople(messages), new DocumentReports(locale, texts, clock))));
        // The store is opened meanwhile: the window has its requests when it is painted first.
        desk.requests().refresh();
        upkeep.ifPresent(services -> desk.automatic().setup().dropIns(services.dropIns()));
        Optional<String> badge = rehearsal
                ? Optional.of(messages.text(hands.isPresent() ? "rehearsal.hands" : "rehearsal"))
                : Optional.empty();
        WorkbenchDesk window = new WorkbenchDesk(context, display, desk, badge, hands, upkeep);
        context.set(Desk.class, desk);
        context.set(DeskWindow.class, window);
        context.set(WorkbenchDesk.class, window);
        context.set(DeskSetup.class, this);
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return action -> {
            Thread thread = new Thread(action, "desk " + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
