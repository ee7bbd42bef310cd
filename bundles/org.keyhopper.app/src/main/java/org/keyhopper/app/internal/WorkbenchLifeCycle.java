package org.keyhopper.app.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.MessageBox;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.station.Station;
import org.keyhopper.store.StationStore;
import org.keyhopper.ui.WorkbenchSetup;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.StationSource;
import org.keyhopper.ui.model.link.ProvisionLink;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the station before the window is created, and installs the workbench model. */
public final class WorkbenchLifeCycle {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchLifeCycle.class);

    private static final String LIVE = "desktop";
    private static final String REHEARSAL = "rehearsal";

    /** Time limit for another instance that is just starting. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @PostContextCreate
    void start(IEclipseContext context, IApplicationContext application) {
        Display display = Display.getDefault();
        Locale locale = WorkbenchSetup.language();
        // What is composed outside of the window, such as a file chooser's labels, follows where it can.
        Locale.setDefault(locale);
        Arguments arguments =
                Arguments.of((String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        SingleInstance desktop = new SingleInstance(StationStore.home(), arguments.rehearsal() ? REHEARSAL : LIVE);
        try {
            boolean first = isFirst(desktop, arguments, Messages.in(locale));
            StationSource source = source(arguments)
                    .orElseThrow(() -> new StoreException(Messages.in(locale).text("start.noStation")));
            Station station = source.open(arguments.rest());
            new WorkbenchSetup(
                            station,
                            StationStore.home(),
                            arguments.rehearsal(),
                            source.controls(),
                            arguments.link(),
                            UpdateServices.find(),
                            UpdateServices.network(),
                            arguments.rehearsal() ? Optional.empty() : StationLookup.present(StationSource.REHEARSAL))
                    .install(context, display, locale);
            if (SWT.getPlatform().equals("cocoa")) {
                // macOS passes links as events, not as arguments. For GTK, such a listener takes a name on the session
                // bus.
                display.addListener(SWT.OpenUrl, event -> bringToFront(context, display, ProvisionLink.in(event.text)));
            }
            if (first) {
                desktop.listen(link -> isFor(station, arguments, link) && bringToFront(context, display, link));
            }
        } catch (StoreException e) {
            LOG.error("The desktop cannot be opened", e);
            desktop.close();
            fail(display, Messages.in(locale), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.exit(2);
        }
    }

    /** Returns whether this is the first instance; exits the process when another one took over the link. */
    private static boolean isFirst(SingleInstance desktop, Arguments arguments, Messages messages)
            throws InterruptedException {
        if (arguments.rehearsal()) {
            return desktop.start(Optional.empty(), Duration.ZERO) == SingleInstance.Start.FIRST;
        }
        Optional<ProvisionLink> link = arguments.link();
        if (link.isPresent() && new SingleInstance(StationStore.home(), REHEARSAL).passOn(link)) {
            System.exit(0);
        }
        switch (desktop.start(link, TIMEOUT)) {
            case FIRST -> LOG.debug("First instance of this home directory");
            case PASSED_ON -> System.exit(0);
            case UNANSWERED -> throw new StoreException(messages.text("start.unanswered"));
        }
        return true;
    }

    /** A rehearsal accepts only links to its own simulated requests, whose ids are practically unique. */
    private static boolean isFor(Station station, Arguments arguments, Optional<ProvisionLink> link) {
        return !arguments.rehearsal()
                || link.flatMap(ProvisionLink::request)
                        .flatMap(station.requests()::find)
                        .isPresent();
    }

    private static boolean bringToFront(IEclipseContext context, Display display, Optional<ProvisionLink> link) {
        display.asyncExec(() -> {
            for (Shell shell : display.getShells()) {
                if (shell.getVisible()) {
                    shell.setMinimized(false);
                    shell.forceActive();
                }
            }
            link.ifPresent(present -> WorkbenchSetup.follow(context, present));
        });
        return true;
    }

    private static Optional<StationSource> source(Arguments arguments) throws InterruptedException {
        String mode = arguments.rehearsal() ? StationSource.REHEARSAL : StationSource.LIVE;
        return StationLookup.find(
                FrameworkUtil.getBundle(WorkbenchLifeCycle.class).getBundleContext(), mode);
    }

    private static void fail(Display display, Messages messages, String reason) {
        Shell shell = new Shell(display);
        MessageBox box = new MessageBox(shell, SWT.ICON_ERROR | SWT.OK);
        box.setText(messages.text("product"));
        box.setMessage(messages.text("start.failed", reason));
        box.open();
        shell.dispose();
        System.exit(2);
    }
}
