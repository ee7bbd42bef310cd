package org.keyhopper.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.PasskeysDialog;
import org.keyhopper.ui.internal.manual.CandidateActions;
import org.keyhopper.ui.internal.manual.ManualView;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.manual.ManualAction;
import org.keyhopper.ui.model.manual.ManualState;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/** The part of the Manual perspective. */
public final class ManualPart {

    private WorkbenchModel desk;
    private WindowActions window;
    private ManualView view;
    private ManualState shown;

    @PostConstruct
    void create(Composite parent, WindowActions owner) {
        window = owner;
        desk = owner.desk();
        parent.setLayout(new FillLayout());
        view = new ManualView(parent, owner, this::take, new Choosing());
        show(desk.manual().states().get());
        StateSubscription.follow(view, desk.manual().states(), this::show);
    }

    private void show(ManualState state) {
        shown = state;
        view.show(state);
    }

    @Focus
    void focus() {
        view.takeKeyboard();
    }

    private void take(ManualAction action) {
        switch (action) {
            case RESET_AND_PROVISION -> reset();
            case CHOOSE_REQUEST -> desk.go(Perspective.REQUESTS);
            case VIEW_SUMMARY -> desk.manual().request().ifPresent(desk::summary);
            case START_AGAIN -> desk.manual().request().ifPresent(desk::provision);
            case REVOKE_FORMER -> desk.manual().formerHolder(this::showPasskeys);
            case SWITCH_TO_PRINTERS -> desk.switchToPrinters();
            case TOUCH_TO_CHOOSE,
                    PROVISION,
                    SKIP_USER,
                    NEXT_USER,
                    TRY_NEW_DEVICE,
                    TRY_AGAIN,
                    RECONCILE,
                    SET_ASIDE,
                    STOP -> desk.manual().choose(action, shown);
        }
    }

    private void showPasskeys(PasskeyHolder holder) {
        view.getDisplay().asyncExec(() -> {
            if (!view.isDisposed()) {
                new PasskeysDialog(view.getShell(), window.messages(), desk.passkeys(holder));
            }
        });
    }

    private final class Choosing implements CandidateActions {
        @Override
        public void pick(LinkId device) {
            desk.manual().pick(device);
        }

        @Override
        public void blink(LinkId device) {
            desk.manual().blink(device);
        }
    }

    private void reset() {
        desk.manual()
                .resetConfirmation()
                .ifPresent(asked ->
                        ConfirmationDialogs.reset(view.getShell(), window.messages(), asked, () -> desk.manual()
                                .reset(asked)));
    }
}
