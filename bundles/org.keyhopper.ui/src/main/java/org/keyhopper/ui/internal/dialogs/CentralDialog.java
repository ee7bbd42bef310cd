package org.keyhopper.ui.internal.dialogs;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.FactList;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.central.CentralPresenter;
import org.keyhopper.ui.model.central.CentralState;
import org.keyhopper.ui.model.central.JoinForm;

/** Joins a Central, or shows the one that the station has joined. */
public final class CentralDialog {

    private static final int WIDTH = 760;

    private final Messages messages;
    private final CentralPresenter presenter;
    private final BaseDialog dialog;
    private final Composite joining;
    private final Text address;
    private final Text name;
    private final Text code;
    private final Label server;
    private final Label fingerprint;
    private final Composite joined;
    private final FactList facts;
    private final Label notice;
    private final ActionControl check;
    private final ActionControl join;
    private final ActionControl again;
    private final ActionControl signIn;
    private final ActionControl signOut;
    private final ActionControl leave;
    private final ActionControl close;
    private boolean standsIn = true;
    private boolean signedIn;

    public CentralDialog(Shell parent, Messages messages, CentralPresenter presenter) {
        this.messages = messages;
        this.presenter = presenter;
        dialog = new BaseDialog(parent, "central", messages.text("central.title"), messages.text("central.message"));
        joining = FormRows.grid(dialog.body());
        address = FormRows.text(joining, messages.text("central.address"), "central.address", SWT.NONE);
        address.setMessage("https://keyhopper.contoso.example");
        name = FormRows.text(joining, messages.text("central.name"), "central.name", SWT.NONE);
        code = FormRows.text(joining, messages.text("central.code"), "central.code", SWT.PASSWORD);
        server = wide(Labels.wrapped(joining, FontRole.BODY, ColorRole.TEXT), "central.server");
        fingerprint = wide(Labels.wrapped(joining, FontRole.STRONG, ColorRole.TEXT), "central.fingerprint");
        joined = new Composite(dialog.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(joined);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(joined);
        facts = new FactList(joined);
        notice = Labels.withId(Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.SOFT), "central.notice");
        leave = button("central.leave", ActionControl.Style.PLAIN, this::leave);
        again = button("central.again", ActionControl.Style.PLAIN, presenter::refresh);
        signOut = button("central.signOut", ActionControl.Style.PLAIN, presenter::signOut);
        signIn = button("central.signIn", ActionControl.Style.PRIMARY, presenter::signIn);
        check = button("central.check", ActionControl.Style.PRIMARY, this::check);
        join = button("central.join", ActionControl.Style.PRIMARY, this::join);
        close = dialog.button("dialog.close", messages.text("close"), ActionControl.Style.PLAIN, dialog::close);
        dialog.onClose(presenter::cancelSignIn);
        StateSubscription.follow(dialog.shell(), presenter.states(), this::show);
        arrange(presenter.states().get());
        dialog.open(WIDTH, 0);
        address.setFocus();
        presenter.refresh();
    }

    private static Label wide(Label label, String id) {
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(100, SWT.DEFAULT)
                .applyTo(label);
        return Labels.withId(label, id);
    }

    private ActionControl button(String key, ActionControl.Style style, Runnable action) {
        return dialog.button(key, messages.text(key), style, action);
    }

    private void check() {
        presenter.identify(new JoinForm(address.getText(), name.getText()));
    }

    private void join() {
        char[] typed = code.getTextChars();
        Secret secret = Secret.of(new String(typed).strip());
        Arrays.fill(typed, '\0');
        presenter.join(secret);
    }

    private void leave() {
        ConfirmationDialogs.ask(
                dialog.shell(),
                messages,
                messages.text("central.title"),
                presenter.leaveQuestion(),
                messages.text("central.leave.confirm"),
                presenter::leave);
    }

    private void show(CentralState state) {
        if (arrange(state)) {
            dialog.layout();
            dialog.grow();
        }
        keepFocus(state);
    }

    /** The button that closes has the keyboard while what should have it is hidden or disabled. */
    private void keepFocus(CentralState state) {
        // The platform would move it to the button for leaving when the one for signing in is hidden.
        boolean turned = signedIn != state.operator();
        signedIn = state.operator();
        if (isFocusLost() || turned || standsIn && close.isFocusControl()) {
            boolean isForm = !state.isJoined() && state.server().isEmpty();
            standsIn = !(isForm ? address.setFocus() : next(state).setFocus());
            if (standsIn) {
                close.setFocus();
            }
        }
    }

    /** Whether none of the controls has the keyboard, because it was hidden or disabled; Escape would have no effect then. */
    private boolean isFocusLost() {
        return dialog.shell() == dialog.shell().getDisplay().getActiveShell()
                && Stream.of(address, name, code, leave, again, signOut, signIn, check, join, close)
                        .noneMatch(control -> control.isVisible() && control.isEnabled() && control.isFocusControl());
    }

    private boolean arrange(CentralState state) {
        dialog.explain(state.notice());
        boolean isMember = state.isJoined();
        boolean isAlone = !isMember && state.joined().isPresent();
        boolean isKnown = isAlone && state.server().isPresent();
        boolean moved = Labels.visible(joining, isAlone) | Labels.visible(joined, isMember);
        moved |=
                Labels.set(server, state.server().map(CentralState.Server::text).orElse(""));
        moved |= Labels.set(fingerprint, fingerprint(state));
        moved |= facts.show(state.facts());
        moved |= Labels.set(
                notice, state.task().or(() -> state.notice().map(Notice::text)).orElse(""));
        moved |= Labels.visible(check, isAlone && !isKnown) | Labels.visible(join, isKnown);
        moved |= Labels.visible(leave, isMember) | Labels.visible(again, isMember);
        moved |= Labels.visible(signOut, isMember && state.operator());
        moved |= Labels.visible(signIn, isMember && (!state.operator() || state.signedOut()));
        signIn.show(
                messages.text(state.signingIn() ? "central.signIn.cancel" : "central.signIn"),
                "",
                ActionControl.Style.PRIMARY,
                state.signingIn() ? presenter::cancelSignIn : presenter::signIn);
        state.server().ifPresent(found -> join.show(found.confirm(), "", ActionControl.Style.PRIMARY, this::join));
        for (ActionControl action : new ActionControl[] {check, join, again, signOut, leave}) {
            action.setEnabled(!state.busy());
        }
        dialog.setDefault(next(state));
        return moved;
    }

    /** Returns what Enter does. */
    private ActionControl next(CentralState state) {
        if (state.isJoined()) {
            return signIn.getVisible() ? signIn : again;
        }
        return state.server().isPresent() ? join : check;
    }

    private String fingerprint(CentralState state) {
        return state.server()
                .map(CentralState.Server::fingerprint)
                .filter(digits -> !digits.isEmpty())
                .map(digits -> messages.text("central.fingerprint") + ": " + digits)
                .orElse("");
    }
}
