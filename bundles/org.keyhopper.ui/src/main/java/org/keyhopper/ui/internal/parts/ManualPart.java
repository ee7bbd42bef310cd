package org.keyhopper.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.ui.internal.controls.KeyboardFocus;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.FindPersonDialog;
import org.keyhopper.ui.internal.dialogs.PasskeysDialog;
import org.keyhopper.ui.internal.manual.CandidateActions;
import org.keyhopper.ui.internal.manual.ManualView;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.manual.ManualAction;
import org.keyhopper.ui.model.manual.ManualState;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;
import org.keyhopper.ui.model.requests.ModeOption;

/** The part of the Manual perspective. */
public final class ManualPart {

    private WorkbenchModel model;
    private WindowActions window;
    private ManualView view;
    private ManualState shown;

    @PostConstruct
    void create(Composite parent, WindowActions owner) {
        window = owner;
        model = owner.model();
        parent.setLayout(new FillLayout());
        view = new ManualView(parent, owner, this::perform, new Choosing());
        show(model.manual().states().get());
        StateSubscription.follow(view, model.manual().states(), this::show);
    }

    private void show(ManualState state) {
        shown = state;
        view.show(state);
    }

    @Focus
    void focus() {
        KeyboardFocus.move(view, view::focusInitial);
    }

    private void perform(ManualAction action) {
        switch (action) {
            case RESET_AND_PROVISION -> reset();
            case CHOOSE_REQUEST -> model.go(Perspective.REQUESTS);
            case VIEW_SUMMARY -> model.manual().request().ifPresent(model::showResults);
            case NEXT_REQUEST -> model.nextRequest(ModeOption.Mode.MANUAL);
            case CLOSE -> {
                model.manual().close();
                model.go(Perspective.REQUESTS);
            }
            case START_AGAIN -> model.manual().request().ifPresent(model::provision);
            case REVOKE_FORMER -> model.manual().formerHolder(this::showPasskeys);
            case FIND_PERSON ->
                new FindPersonDialog(
                        view.getShell(), window.messages(), model.manual().finder());
            case SWITCH_TO_PRINTERS -> model.switchToPrinters();
            case TOUCH_TO_CHOOSE,
                    PROVISION,
                    SKIP_USER,
                    NEXT_USER,
                    TRY_NEW_DEVICE,
                    TRY_AGAIN,
                    RECONCILE,
                    SET_ASIDE,
                    STOP -> model.manual().choose(action, shown);
        }
    }

    private void showPasskeys(PasskeyHolder holder) {
        view.getDisplay().asyncExec(() -> {
            if (!view.isDisposed()) {
                new PasskeysDialog(view.getShell(), window.messages(), model.passkeys(holder));
            }
        });
    }

    private final class Choosing implements CandidateActions {
        @Override
        public void pick(LinkId device) {
            model.manual().pick(device);
        }

        @Override
        public void blink(LinkId device) {
            model.manual().blink(device);
        }
    }

    private void reset() {
        model.manual()
                .resetConfirmation()
                .ifPresent(asked ->
                        ConfirmationDialogs.reset(view.getShell(), window.messages(), asked, () -> model.manual()
                                .reset(asked)));
    }
}
