package org.keyhopper.app.internal;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.MessageBox;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.station.Station;
import org.keyhopper.store.StationStore;
import org.keyhopper.ui.DeskSetup;
import org.keyhopper.ui.model.Desk;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.StationSource;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the station before there is a window, and builds the desk on it. */
public final class DeskLifeCycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeskLifeCycle.class);

    @PostContextCreate
    void start(IEclipseContext context, IApplicationContext application) {
        Display display = Display.getDefault();
        Locale locale = Locale.getDefault();
        String[] given = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        Arguments arguments = Arguments.of(given);
        if (!arguments.rehearsal()) {
            shareOneDesktop(context, display, given.length == 0 ? "" : given[0]);
        }
        try {
            StationSource source = source(arguments)
                    .orElseThrow(() -> new StoreException(Messages.in(locale).text("start.noStation")));
            Station station = source.open(arguments.rest());
            new DeskSetup(station, arguments.rehearsal(), source.hands(), arguments.request(), UpkeepServices.find())
                    .install(context, display, locale);
        } catch (StoreException e) {
            LOG.error("The station cannot be opened", e);
            giveUp(display, Messages.in(locale), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.exit(2);
        }
    }

    /** Ends here when a desktop is running already; otherwise later starts are taken by this one. */
    private static void shareOneDesktop(IEclipseContext context, Display display, String address) {
        OneDesktop desktop = new OneDesktop(StationStore.home());
        if (desktop.handOn(address)) {
            System.exit(0);
        }
        desktop.listen(later -> display.asyncExec(() -> comeForward(context, display, later)));
    }

    private static void comeForward(IEclipseContext context, Display display, String address) {
        for (Shell shell : display.getShells()) {
            shell.setMinimized(false);
            shell.forceActive();
        }
        Desk desk = context.get(Desk.class);
        Optional<RequestId> request = Arguments.of(address).request();
        if (desk != null && request.isPresent() && !desk.manual().isRunning()) {
            desk.begin(request);
        }
    }

    private static Optional<StationSource> source(Arguments arguments) throws InterruptedException {
        String mode = arguments.rehearsal() ? StationSource.REHEARSAL : StationSource.LIVE;
        return StationLookup.find(FrameworkUtil.getBundle(DeskLifeCycle.class).getBundleContext(), mode);
    }

    private static void giveUp(Display display, Messages messages, String reason) {
        Shell shell = new Shell(display);
        MessageBox box = new MessageBox(shell, SWT.ICON_ERROR | SWT.OK);
        box.setText(messages.text("product"));
        box.setMessage(messages.text("start.failed", reason));
        box.open();
        shell.dispose();
        System.exit(2);
    }
}
