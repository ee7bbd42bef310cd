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
import org.keyhopper.ui.DeskSetup;
import org.keyhopper.ui.internal.controls.Wheel;
import org.keyhopper.ui.internal.dialogs.AwaitedDeviceDialog;
import org.keyhopper.ui.internal.dialogs.CheckDialog;
import org.keyhopper.ui.internal.dialogs.DeviceCodeDialog;
import org.keyhopper.ui.internal.dialogs.MendDialog;
import org.keyhopper.ui.internal.look.Icons;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.NativeAccess;
import org.keyhopper.ui.internal.parts.Following;
import org.keyhopper.ui.internal.sound.Tones;
import org.keyhopper.ui.model.Desk;
import org.keyhopper.ui.model.SignIn.DeviceCode;
import org.keyhopper.ui.model.SignIn.MendQuestion;
import org.keyhopper.ui.model.check.CheckState;
import org.keyhopper.ui.model.results.AwaitedState;
import org.osgi.service.event.Event;

/** Brings the window to life once it is there: icon, size, sounds, the sign-in dialog, and where the day begins. */
public final class DeskAddon {

    private Optional<DeviceCodeDialog> signIn = Optional.empty();
    private Optional<MendDialog> mend = Optional.empty();
    private Optional<AwaitedDeviceDialog> awaited = Optional.empty();
    private Optional<CheckDialog> check = Optional.empty();

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void started(
            @UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event,
            MApplication application,
            DeskSetup setup,
            WorkbenchDesk window) {
        MWindow model = application.getChildren().getFirst();
        Shell shell = (Shell) model.getWidget();
        Desk desk = window.desk();
        NativeAccess.partWithTheGone(shell.getDisplay());
        Wheel.scrollOnly(shell.getDisplay());
        // The workbench has told the window system that there is no dark theme, while it started.
        Look.of(shell.getDisplay()).insist();
        Image icon = Icons.of(shell.getDisplay()).get("keyhopper");
        shell.setImage(icon);
        shell.setText(desk.environment().text("product")
                + window.badge().map(word -> " — " + word).orElse(""));
        WindowBounds.remember(shell);
        model.getContext().set(IWindowCloseHandler.class, closing -> {
            window.askBeforeLeaving(window::leave);
            return false;
        });
        Tones tones = new Tones();
        desk.manual().onCue(tones);
        desk.automatic().onCue(tones);
        Following.follow(shell, desk.signIn().codes(), code -> show(code, shell, desk));
        Following.follow(shell, desk.signIn().questions(), question -> ask(question, shell, desk));
        Following.follow(shell, desk.results().awaited(), state -> await(state, shell, desk));
        Following.follow(shell, desk.check().states(), state -> check(state, shell, desk));
        Following.follow(shell, desk.links().answers(), new LinkQuestion(shell, desk)::show);
        setup.upkeep().ifPresent(upkeep -> new ReplacementWatch(shell, desk, upkeep).begin());
        setup.hands().ifPresent(hands -> RehearsalKeys.listen(shell.getDisplay(), hands));
        desk.begin(setup.asked());
    }

    private void show(Optional<DeviceCode> code, Shell shell, Desk desk) {
        Display display = shell.getDisplay();
        signIn.ifPresent(DeviceCodeDialog::close);
        signIn = code.map(wanted -> new DeviceCodeDialog(
                Shells.main(display).orElse(shell),
                desk.environment().messages(),
                wanted,
                desk.environment().clock()));
    }

    private void check(Optional<CheckState> state, Shell shell, Desk desk) {
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

    private void ask(Optional<MendQuestion> question, Shell shell, Desk desk) {
        mend.ifPresent(MendDialog::close);
        mend = question.map(wanted -> new MendDialog(
                Shells.main(shell.getDisplay()).orElse(shell),
                desk.environment().messages(),
                wanted));
    }

    private void await(Optional<AwaitedState> state, Shell shell, Desk desk) {
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
