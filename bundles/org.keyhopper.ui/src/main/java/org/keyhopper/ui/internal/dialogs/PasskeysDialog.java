package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.passkeys.PasskeyRow;
import org.keyhopper.ui.model.passkeys.PasskeysPresenter;
import org.keyhopper.ui.model.passkeys.PasskeysState;
import org.keyhopper.ui.model.passkeys.Revocation;

/**
 * A user's passkeys as currently listed by the directory, with those created by Keyhopper marked; each can be
 * revoked, and ours tried at the provider's sign-in.
 */
public final class PasskeysDialog {

    private final Messages messages;
    private final PasskeysPresenter presenter;
    private final BaseDialog dialog;
    private final RowTable<PasskeyRow> table;
    private final Label notice;
    private final ActionControl revoke;
    private final ActionControl trySignIn;
    private boolean asking;

    public PasskeysDialog(Shell parent, Messages messages, PasskeysPresenter presenter) {
        this.messages = messages;
        this.presenter = presenter;
        dialog = new BaseDialog(
                parent,
                "passkeys",
                messages.text("passkeys.title", presenter.name()),
                messages.text("passkeys.message"));
        table = new RowTable<>(dialog.body(), SWT.SINGLE | SWT.BORDER, columns());
        table.setIdentity(PasskeyRow::id);
        Labels.accessibleName(table.control(), messages.text("passkeys.table"));
        table.withTools(messages, "passkeys.table");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, Theme.px(180)).applyTo(table.control());
        notice = Labels.withId(Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.SOFT), "passkeys.notice");
        revoke = dialog.button(
                "passkeys.revoke", messages.text("passkeys.revoke"), ActionControl.Style.DANGER, this::ask);
        trySignIn = dialog.button(
                "passkeys.try", messages.text("passkeys.try"), ActionControl.Style.PLAIN, this::trySignIn);
        ActionControl close =
                dialog.button("dialog.close", messages.text("close"), ActionControl.Style.PLAIN, dialog::close);
        dialog.setDefault(close);
        dialog.onClose(presenter::close);
        table.onSelectionChange(this::enable);
        StateSubscription.follow(dialog.shell(), presenter.states(), this::show);
        show(presenter.states().get());
        dialog.open(780, 420);
        table.control().setFocus();
    }

    private List<Column<PasskeyRow>> columns() {
        return List.of(
                Column.of(messages, "passkeys.column.name", 30, PasskeyRow::name),
                Column.of(messages, "passkeys.column.created", 18, PasskeyRow::created),
                Column.<PasskeyRow>of(messages, "passkeys.column.origin", 52, PasskeyRow::origin)
                        .withMark(row -> row.ours()
                                ? new Column.Icon(OutcomeStyle.Mark.CHECK, ColorRole.mark(Tint.GOOD))
                                : new Column.Icon(OutcomeStyle.Mark.RING, ColorRole.mark(Tint.NEUTRAL))));
    }

    private void ask() {
        table.selected().flatMap(row -> presenter.confirmation(row.id())).ifPresent(this::ask);
    }

    private void ask(Revocation asked) {
        ConfirmationDialogs.revoke(dialog.shell(), messages, asked, () -> presenter.revoke(asked.passkeyId()));
    }

    private void trySignIn() {
        table.selected().ifPresent(row -> presenter.trySignIn(row.id()));
    }

    private void askHowItWent() {
        asking = true;
        new SignInTrialDialog(dialog.shell(), messages, presenter.name(), result -> {
            asking = false;
            presenter.answer(result);
        });
    }

    private void enable() {
        boolean isBusy = presenter.states().get().busy();
        revoke.setEnabled(table.selected().isPresent() && !isBusy);
        trySignIn.setEnabled(table.selected().filter(PasskeyRow::ours).isPresent() && !isBusy);
    }

    private void show(PasskeysState state) {
        table.show(state.rows());
        dialog.explain(state.notice());
        if (table.selected().isEmpty() && state.rows().size() == 1) {
            table.select(0);
        }
        String text =
                state.notice().map(some -> some.text()).orElse(state.busy() ? messages.text("search.searching") : "");
        ColorRole role = state.notice().map(some -> ColorRole.text(some.tint())).orElse(ColorRole.SOFT);
        Theme.of(notice).applyText(notice, role, FontRole.BODY);
        if (Labels.set(notice, text)) {
            dialog.layout();
        }
        enable();
        if (state.trial().isPresent() && !asking) {
            askHowItWent();
        }
    }
}
