package org.keyhopper.ui;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.api.network.Network;
import org.keyhopper.core.station.Station;
import org.keyhopper.texts.ProblemTexts;
import org.keyhopper.ui.internal.help.HelpBrowser;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.internal.prompts.DialogPrompts;
import org.keyhopper.ui.internal.prompts.SystemBrowser;
import org.keyhopper.ui.internal.window.MessageTranslation;
import org.keyhopper.ui.internal.window.PerspectiveNavigation;
import org.keyhopper.ui.internal.window.WorkbenchWindow;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.RateLimiter;
import org.keyhopper.ui.model.RehearsalControls;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.link.ProvisionLink;
import org.keyhopper.ui.model.requests.CsvPeopleReader;
import org.keyhopper.ui.model.results.DocumentReportWriter;
import org.keyhopper.ui.model.updates.Updates;

/**
 * Creates the workbench model for a station and publishes it in the application's context, where the parts look it
 * up.
 *
 * @param rehearsal whether the station is simulated, which the window indicates
 * @param controls controls the simulated card reader and printer of a rehearsal
 * @param link the link that the product was started with, if any
 * @param updates installs updates and drivers; empty when p2 is unavailable
 * @param network the network settings; empty where there are none to be changed
 */
public record WorkbenchSetup(
        Station station,
        boolean rehearsal,
        Optional<RehearsalControls> controls,
        Optional<ProvisionLink> link,
        Optional<Updates> updates,
        Optional<Network> network) {

    private static final int WORKERS = 4;

    /** Called once, on the UI thread, before the window is created. */
    public void install(IEclipseContext context, Display display, Locale locale) {
        Messages messages = Messages.in(locale);
        ProblemTexts texts = ProblemTexts.in(locale);
        Clock clock = Clock.systemDefaultZone();
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS, daemonThreads());
        WorkbenchContext workbenchContext = new WorkbenchContext(
                station, messages, texts::explain, workers, RateLimiter.tenPerSecond(workers), clock);
        SystemBrowser browser = new SystemBrowser(display, messages);
        WorkbenchModel model = new WorkbenchModel(
                workbenchContext,
                new WorkbenchModel.Services(
                        new PerspectiveNavigation(context, display),
                        new DialogPrompts(display, messages),
                        browser,
                        new WorkbenchModel.Files(
                                new CsvPeopleReader(messages), new DocumentReportWriter(locale, texts, clock))));
        // Starts opening the store, so that the window's first paint already shows the requests.
        model.requests().refresh();
        updates.ifPresent(services -> model.automatic().setup().dropIns(services.dropIns()));
        Optional<String> badge = rehearsal ? Optional.of(messages.text("rehearsal")) : Optional.empty();
        WorkbenchWindow window = new WorkbenchWindow(
                context,
                display,
                model,
                badge,
                new WorkbenchWindow.Services(controls, updates, network),
                new HelpBrowser(workbenchContext, browser));
        context.set(TranslationService.class, new MessageTranslation(messages));
        context.set(WorkbenchModel.class, model);
        context.set(WindowActions.class, window);
        context.set(WorkbenchWindow.class, window);
        context.set(WorkbenchSetup.class, this);
    }

    private static ThreadFactory daemonThreads() {
        AtomicInteger count = new AtomicInteger();
        return action -> {
            Thread thread = new Thread(action, "ui-worker " + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
