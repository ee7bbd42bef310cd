package org.keyhopper.ui.internal.window;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.WorkbenchSetup;
import org.keyhopper.ui.internal.controls.MouseWheelRouting;
import org.keyhopper.ui.internal.dialogs.AwaitedDeviceDialog;
import org.keyhopper.ui.internal.dialogs.CheckDialog;
import org.keyhopper.ui.internal.dialogs.ConsentDialog;
import org.keyhopper.ui.internal.dialogs.DeviceCodeDialog;
import org.keyhopper.ui.internal.help.HelpButton;
import org.keyhopper.ui.internal.look.Icons;
import org.keyhopper.ui.internal.look.NativeAccess;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.internal.sound.CuePlayer;
import org.keyhopper.ui.model.DirectoryInteraction.ConsentQuestion;
import org.keyhopper.ui.model.DirectoryInteraction.DeviceCode;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.check.CheckState;
import org.keyhopper.ui.model.results.AwaitedState;
import org.osgi.service.event.Event;

/**
 * Initializes the window once it exists: icon, bounds, sounds, dialogs that open by themselves, and the initial
 * perspective.
 */
public final class WorkbenchAddon {

    private Optional<DeviceCodeDialog> signIn = Optional.empty();
    private Optional<ConsentDialog> consent = Optional.empty();
    private Optional<AwaitedDeviceDialog> awaited = Optional.empty();
    private Optional<CheckDialog> check = Optional.empty();
    private Optional<Shell> shell = Optional.empty();
    private List<ObservableState.Subscription> following = List.of();

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void started(
            @UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event,
            MApplication application,
            WorkbenchSetup setup,
            WorkbenchWindow window) {
        MWindow mainWindow = application.getChildren().getFirst();
        Shell main = (Shell) mainWindow.getWidget();
        Display display = main.getDisplay();
        NativeAccess.detachDisposedAccessibles(display);
        MouseWheelRouting.scrollOnly(display);
        main.setImage(Icons.of(display).get("keyhopper"));
        WindowBounds.remember(main);
        IEclipseContext context = application.getContext();
        WindowHeight.follow(context, main);
        HelpButton.provide(
                display, window.model().context().text("help.title"), () -> context.get(WorkbenchWindow.class)
                        .help());
        mainWindow.getContext().set(IWindowCloseHandler.class, closing -> {
            context.get(WorkbenchWindow.class).exit();
            return false;
        });
        setup.updates().ifPresent(updates -> new ReplacementMonitor(main, window.model(), updates).begin());
        shell = Optional.of(main);
        show(window);
        window.model().begin(setup.link());
    }

    /** Follows the model that the window shows, once there is a window. Called again when the station is switched. */
    @Inject
    void show(WorkbenchWindow window) {
        following.forEach(ObservableState.Subscription::close);
        following = shell.map(main -> follow(window, main)).orElse(List.of());
    }

    private List<ObservableState.Subscription> follow(WorkbenchWindow window, Shell main) {
        WorkbenchModel model = window.model();
        main.setText(model.context().text("product")
                + window.badge().map(word -> " — " + word).orElse(""));
        CuePlayer cues = new CuePlayer(() -> new KeptPreferences().read().sounds());
        return List.of(
                model.cues().follow(cues),
                StateSubscription.follow(main, model.signIn().codes(), code -> show(code, main, model)),
                StateSubscription.follow(main, model.signIn().questions(), question -> ask(question, main, model)),
                StateSubscription.follow(main, model.results().awaited(), state -> showAwaited(state, main, model)),
                StateSubscription.follow(main, model.check().states(), state -> check(state, main, model)),
                StateSubscription.follow(main, model.links().answers(), new LinkDialog(main, model)::show));
    }

    private void show(Optional<DeviceCode> code, Shell shell, WorkbenchModel model) {
        Display display = shell.getDisplay();
        signIn.ifPresent(DeviceCodeDialog::close);
        signIn = code.map(wanted -> new DeviceCodeDialog(
                Shells.main(display).orElse(shell),
                model.context().messages(),
                wanted,
                model.context().clock()));
    }

    private void check(Optional<CheckState> state, Shell shell, WorkbenchModel model) {
        if (check.isPresent() && state.filter(check.get()::isFor).isPresent()) {
            check.get().show(state.get());
            return;
        }
        check.ifPresent(CheckDialog::close);
        check = state.map(wanted -> new CheckDialog(
                Shells.main(shell.getDisplay()).orElse(shell), model.context().messages(), model.check(), wanted));
    }

    private void ask(Optional<ConsentQuestion> question, Shell shell, WorkbenchModel model) {
        consent.ifPresent(ConsentDialog::close);
        consent = question.map(wanted -> new ConsentDialog(
                Shells.main(shell.getDisplay()).orElse(shell), model.context().messages(), wanted));
    }

    private void showAwaited(Optional<AwaitedState> state, Shell shell, WorkbenchModel model) {
        if (state.isEmpty()) {
            awaited.ifPresent(AwaitedDeviceDialog::close);
            awaited = Optional.empty();
        } else if (awaited.isPresent()) {
            awaited.get().show(state.get());
        } else {
            awaited = Optional.of(new AwaitedDeviceDialog(
                    Shells.main(shell.getDisplay()).orElse(shell),
                    model.context().messages(),
                    model.results(),
                    state.get()));
        }
    }
}
