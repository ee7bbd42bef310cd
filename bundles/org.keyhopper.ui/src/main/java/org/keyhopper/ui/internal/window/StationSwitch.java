package org.keyhopper.ui.internal.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.station.Station;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.RehearsalControls;
import org.keyhopper.ui.model.StationSource;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.link.ProvisionLink;

/**
 * Shows a rehearsal in the window in place of the station, and the station again. The parts are created anew, since
 * they belong to one station. UI thread only.
 */
public final class StationSwitch {

    private static final String PERSPECTIVES = "org.keyhopper.perspectiveStack.main";

    private final IEclipseContext application;
    private final Display display;
    private final StationSource rehearsals;
    private final SessionFactory sessions;
    private Optional<WorkbenchWindow> live = Optional.empty();
    private boolean opening;

    /** Creates the model of the window for a rehearsal. */
    @FunctionalInterface
    public interface SessionFactory {
        WorkbenchWindow create(Station station, Optional<RehearsalControls> controls);
    }

    public StationSwitch(
            IEclipseContext application, Display display, StationSource rehearsals, SessionFactory sessions) {
        this.application = application;
        this.display = display;
        this.rehearsals = rehearsals;
        this.sessions = sessions;
    }

    /** Makes this the window that the parts and handlers of the application belong to. */
    public static void publish(IEclipseContext application, WorkbenchWindow window) {
        application.set(WorkbenchModel.class, window.model());
        application.set(WindowActions.class, window);
        application.set(WorkbenchWindow.class, window);
    }

    public boolean isRehearsing() {
        return live.isPresent();
    }

    /** Opens a rehearsal and shows it; has no effect while one is shown or a run is in progress. */
    public void rehearse() {
        WorkbenchModel model = application.get(WorkbenchModel.class);
        if (opening || isRehearsing() || model.isRunning()) {
            return;
        }
        opening = true;
        model.requests().show(new Notice(model.context().text("rehearsal.opening"), Tint.ACTIVE));
        model.context()
                .inBackground(
                        () -> {
                            Station station = rehearsals.open(List.of());
                            display.asyncExec(() -> begin(station));
                        },
                        notice -> display.asyncExec(() -> {
                            opening = false;
                            model.requests().show(notice);
                        }));
    }

    private void begin(Station station) {
        opening = false;
        WorkbenchWindow before = application.get(WorkbenchWindow.class);
        if (before.model().isRunning()) {
            before.model()
                    .context()
                    .inBackground(rehearsals::close, before.model().requests()::show);
            before.model()
                    .requests()
                    .show(new Notice(before.model().context().text("rehearsal.running"), Tint.NEUTRAL));
            return;
        }
        before.model().leaveDevices();
        live = Optional.of(before);
        show(() -> sessions.create(station, rehearsals.controls()));
    }

    /** Shows the station again and deletes the rehearsal; asks first if a run is in progress. */
    public void leave() {
        WorkbenchWindow rehearsal = application.get(WorkbenchWindow.class);
        live.ifPresent(station -> rehearsal.askBeforeLeaving("rehearsal.leave", () -> leave(station)));
    }

    private void leave(WorkbenchWindow station) {
        application.get(WorkbenchModel.class).leaveDevices();
        live = Optional.empty();
        show(() -> station);
        WorkbenchModel model = station.model();
        model.requests().refresh();
        model.context().inBackground(rehearsals::close, model.requests()::show);
    }

    /** Renders the perspectives anew, for example after the size of the text has changed. */
    public static void renderAgain(IEclipseContext application, Runnable between) {
        MWindow window = application.get(MApplication.class).getChildren().getFirst();
        MUIElement perspectives = application.get(EModelService.class).find(PERSPECTIVES, window);
        perspectives.setToBeRendered(false);
        between.run();
        perspectives.setToBeRendered(true);
    }

    private void show(Supplier<WorkbenchWindow> next) {
        renderAgain(application, () -> publish(application, next.get()));
        application.get(WorkbenchModel.class).begin(Optional.empty());
    }

    /** Follows a link, which belongs to the station unless the rehearsal has that request. */
    public void follow(ProvisionLink link) {
        WorkbenchModel model = application.get(WorkbenchModel.class);
        Optional<RequestId> request = link.request();
        if (isRehearsing() && !model.isRunning()) {
            boolean rehearsed = link.central().isEmpty()
                    && request.flatMap(model.context().station().requests()::find)
                            .isPresent();
            live.filter(station -> !rehearsed).ifPresent(this::leave);
        }
        application.get(WorkbenchModel.class).follow(link);
    }
}
