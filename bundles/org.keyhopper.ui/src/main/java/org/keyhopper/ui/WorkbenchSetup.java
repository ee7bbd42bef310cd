package org.keyhopper.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.api.network.Network;
import org.keyhopper.core.station.Station;
import org.keyhopper.texts.ProblemTexts;
import org.keyhopper.ui.internal.help.HelpBrowser;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.prompts.DialogPrompts;
import org.keyhopper.ui.internal.prompts.SystemBrowser;
import org.keyhopper.ui.internal.window.KeptAssistantStep;
import org.keyhopper.ui.internal.window.KeptPreferences;
import org.keyhopper.ui.internal.window.MessageTranslation;
import org.keyhopper.ui.internal.window.PerspectiveNavigation;
import org.keyhopper.ui.internal.window.StationSwitch;
import org.keyhopper.ui.internal.window.WindowBounds;
import org.keyhopper.ui.internal.window.WorkbenchWindow;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.RateLimiter;
import org.keyhopper.ui.model.RehearsalControls;
import org.keyhopper.ui.model.StationSource;
import org.keyhopper.ui.model.WindowServices;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.assistant.AssistantMemory;
import org.keyhopper.ui.model.automatic.SetupPresenter;
import org.keyhopper.ui.model.link.ProvisionLink;
import org.keyhopper.ui.model.requests.CsvPeopleReader;
import org.keyhopper.ui.model.requests.SavedProfiles;
import org.keyhopper.ui.model.results.DocumentReportWriter;
import org.keyhopper.ui.model.updates.Updates;

/**
 * Creates the workbench model for a station and publishes it in the application's context, where the parts look it
 * up.
 *
 * @param home the folder of this station, which the saved profiles are in
 * @param rehearsal whether the station is simulated, which the window indicates
 * @param controls controls the simulated card reader and printer of a rehearsal
 * @param link the link that the product was started with, if any
 * @param updates installs updates and drivers; empty when p2 is unavailable
 * @param network the network settings; empty where there are none to be changed
 * @param rehearsals opens a rehearsal in the window; empty when the station is one
 */
public record WorkbenchSetup(
        Station station,
        Path home,
        boolean rehearsal,
        Optional<RehearsalControls> controls,
        Optional<ProvisionLink> link,
        Optional<Updates> updates,
        Optional<Network> network,
        Optional<StationSource> rehearsals) {

    private static final int WORKERS = 4;

    /** Called once, on the UI thread, before the window is created. */
    public void install(IEclipseContext context, Display display, Locale locale) {
        context.set(TranslationService.class, new MessageTranslation(Messages.in(locale)));
        Theme.of(display).setTextSize(new KeptPreferences().read().textSize());
        Theme.of(display).setHeight(WindowBounds.height(display));
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS, daemonThreads("ui-worker"));
        // What is shown must not wait for a printer, a directory or a device that a worker waits for.
        ScheduledExecutorService announcer = Executors.newScheduledThreadPool(1, daemonThreads("ui-states"));
        Place place = new Place(context, display, locale, workers, announcer);
        AtomicReference<Optional<StationSwitch>> stations = new AtomicReference<>(Optional.empty());
        stations.set(rehearsals.map(source -> new StationSwitch(
                context,
                display,
                source,
                (rehearsed, simulated) -> window(place, rehearsed, simulated, true, stations.get()))));
        StationSwitch.publish(context, window(place, station, controls, rehearsal, stations.get()));
        context.set(WorkbenchSetup.class, this);
        stations.get().ifPresent(present -> context.set(StationSwitch.class, present));
    }

    /**
     * Where the window is.
     *
     * @param workers do what may block
     * @param announcer passes states on to what shows them
     */
    private record Place(
            IEclipseContext context,
            Display display,
            Locale locale,
            ScheduledExecutorService workers,
            ScheduledExecutorService announcer) {}

    private WorkbenchWindow window(
            Place place,
            Station shown,
            Optional<RehearsalControls> simulated,
            boolean rehearsed,
            Optional<StationSwitch> stations) {
        IEclipseContext context = place.context();
        Display display = place.display();
        Messages messages = Messages.in(place.locale());
        ProblemTexts texts = ProblemTexts.in(place.locale());
        Clock clock = Clock.systemDefaultZone();
        WorkbenchContext workbenchContext = new WorkbenchContext(
                shown, messages, texts::explain, place.workers(), RateLimiter.tenPerSecond(place.announcer()), clock);
        SystemBrowser browser = new SystemBrowser(display, messages);
        WorkbenchModel model = new WorkbenchModel(
                workbenchContext,
                new WindowServices(
                        new PerspectiveNavigation(context, display),
                        new DialogPrompts(display, messages),
                        browser,
                        new WindowServices.Files(
                                new CsvPeopleReader(messages),
                                new DocumentReportWriter(place.locale(), texts, clock, rehearsed),
                                new SavedProfiles(home.resolve("profiles"))),
                        this::completePrinterSetup),
                rehearsed ? AssistantMemory.none() : new KeptAssistantStep());
        // Starts opening the store, so that the window's first paint already shows the requests.
        model.requests().refresh();
        model.central().refresh();
        Optional<String> badge = rehearsed ? Optional.of(messages.text("rehearsal")) : Optional.empty();
        return new WorkbenchWindow(
                context,
                display,
                model,
                badge,
                new WorkbenchWindow.Services(simulated, updates, network, stations),
                new HelpBrowser(workbenchContext, browser));
    }

    private void completePrinterSetup(SetupPresenter setup) {
        updates.ifPresent(services -> setup.dropIns(services.dropIns()));
        setup.defaults(new KeptPreferences().read().printers());
    }

    /** Returns the language that the operator has chosen, else the system's. */
    public static Locale language() {
        String code = new KeptPreferences().read().language().code();
        return code.isEmpty() ? Locale.getDefault() : Locale.of(code);
    }

    /** Follows a link in the window; the station is shown again if a rehearsal, which does not know it, was open. */
    public static void follow(IEclipseContext context, ProvisionLink link) {
        Optional.ofNullable(context.get(StationSwitch.class))
                .ifPresentOrElse(stations -> stations.follow(link), () -> context.get(WorkbenchModel.class)
                        .follow(link));
    }

    private static ThreadFactory daemonThreads(String name) {
        AtomicInteger count = new AtomicInteger();
        return action -> {
            Thread thread = new Thread(action, name + " " + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
