package org.keyhopper.ui.internal.window;

import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.WorkbenchSetup;
import org.keyhopper.ui.internal.controls.MouseWheelRouting;
import org.keyhopper.ui.internal.dialogs.AwaitedDeviceDialog;
import org.keyhopper.ui.internal.dialogs.CheckDialog;
import org.keyhopper.ui.internal.dialogs.ConsentDialog;
import org.keyhopper.ui.internal.dialogs.DeviceCodeDialog;
import org.keyhopper.ui.internal.look.Icons;
import org.keyhopper.ui.internal.look.NativeAccess;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.internal.sound.CuePlayer;
import org.keyhopper.ui.model.DirectoryInteraction.DeviceCode;
import org.keyhopper.ui.model.DirectoryInteraction.MendQuestion;
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
    private Optional<ConsentDialog> mend = Optional.empty();
    private Optional<AwaitedDeviceDialog> awaited = Optional.empty();
    private Optional<CheckDialog> check = Optional.empty();

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void started(
            @UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event,
            MApplication application,
            WorkbenchSetup setup,
            WorkbenchWindow window) {
        MWindow model = application.getChildren().getFirst();
        Shell shell = (Shell) model.getWidget();
        WorkbenchModel desk = window.desk();
        NativeAccess.partWithTheGone(shell.getDisplay());
        MouseWheelRouting.scrollOnly(shell.getDisplay());
        // The workbench has set the native theme to light during its start.
        Theme.of(shell.getDisplay()).insist();
        Image icon = Icons.of(shell.getDisplay()).get("keyhopper");
        shell.setImage(icon);
        shell.setText(desk.environment().text("product")
                + window.badge().map(word -> " — " + word).orElse(""));
        WindowBounds.remember(shell);
        model.getContext().set(IWindowCloseHandler.class, closing -> {
            window.askBeforeLeaving(window::leave);
            return false;
        });
        CuePlayer tones = new CuePlayer();
        desk.manual().onCue(tones);
        desk.automatic().onCue(tones);
        StateSubscription.follow(shell, desk.signIn().codes(), code -> show(code, shell, desk));
        StateSubscription.follow(shell, desk.signIn().questions(), question -> ask(question, shell, desk));
        StateSubscription.follow(shell, desk.results().awaited(), state -> await(state, shell, desk));
        StateSubscription.follow(shell, desk.check().states(), state -> check(state, shell, desk));
        StateSubscription.follow(shell, desk.links().answers(), new LinkDialog(shell, desk)::show);
        setup.upkeep().ifPresent(upkeep -> new ReplacementMonitor(shell, desk, upkeep).begin());
        setup.hands().ifPresent(hands -> RehearsalShortcuts.listen(shell.getDisplay(), hands));
        desk.begin(setup.asked());
    }

    private void show(Optional<DeviceCode> code, Shell shell, WorkbenchModel desk) {
        Display display = shell.getDisplay();
        signIn.ifPresent(DeviceCodeDialog::close);
        signIn = code.map(wanted -> new DeviceCodeDialog(
                Shells.main(display).orElse(shell),
                desk.environment().messages(),
                wanted,
                desk.environment().clock()));
    }

    private void check(Optional<CheckState> state, Shell shell, WorkbenchModel desk) {
        if (check.isPresent() && state.filter(check.get()::fits).isPresent()) {
            check.get().show(state.get());
            return;
        }
        check.ifPresent(CheckDialog::close);
        check = state.map(wanted -> new CheckDialog(
                Shells.main(shell.getDisplay()).orElse(shell),
                desk.environment().messages(),
                desk.check(),
                wanted));
    }

    private void ask(Optional<MendQuestion> question, Shell shell, WorkbenchModel desk) {
        mend.ifPresent(ConsentDialog::close);
        mend = question.map(wanted -> new ConsentDialog(
                Shells.main(shell.getDisplay()).orElse(shell),
                desk.environment().messages(),
                wanted));
    }

    private void await(Optional<AwaitedState> state, Shell shell, WorkbenchModel desk) {
        if (state.isEmpty()) {
            awaited.ifPresent(AwaitedDeviceDialog::close);
            awaited = Optional.empty();
        } else if (awaited.isPresent()) {
            awaited.get().show(state.get());
        } else {
            awaited = Optional.of(new AwaitedDeviceDialog(
                    Shells.main(shell.getDisplay()).orElse(shell),
                    desk.environment().messages(),
                    desk.results(),
                    state.get()));
        }
    }
}
