package org.keyhopper.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.OperatingSystemAccount;
import org.keyhopper.ui.internal.controls.KeyboardFocus;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.InitialPinDialog;
import org.keyhopper.ui.internal.dialogs.PasskeysDialog;
import org.keyhopper.ui.internal.dialogs.PinOfficeDialog;
import org.keyhopper.ui.internal.results.ResultActions;
import org.keyhopper.ui.internal.results.ResultsView;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.pins.PinOfficePresenter;
import org.keyhopper.ui.model.results.ResultDocument;
import org.keyhopper.ui.model.results.ResultRow;

/** The part of the Results perspective. */
public final class ResultsPart implements ResultActions {

    private WindowActions window;
    private WorkbenchModel model;
    private ResultsView view;

    @PostConstruct
    void create(Composite parent, WindowActions owner) {
        window = owner;
        model = owner.model();
        parent.setLayout(new FillLayout());
        view = new ResultsView(parent, owner, this);
        view.show(model.results().states().get());
        StateSubscription.follow(view, model.results().states(), view::show);
    }

    @Focus
    void focus() {
        KeyboardFocus.move(view, view::focusInitial);
    }

    @Override
    public void retryFailed() {
        model.retryFailed();
    }

    @Override
    public void undoSkip(List<ResultRow> rows) {
        model.results().undoSkip(rows.stream().map(ResultRow::position).collect(Collectors.toSet()));
    }

    @Override
    public void provisionSkipped() {
        model.provisionSkipped();
    }

    @Override
    public void reconcile() {
        model.results().reconcile(model.signIn());
    }

    @Override
    public void stopReconciling() {
        model.results().stopReconciling();
    }

    @Override
    public void save(ResultDocument document) {
        FileDialog chooser = new FileDialog(view.getShell(), SWT.SAVE);
        chooser.setFilterExtensions(new String[] {"*." + document.extension()});
        chooser.setText(messages().text(document.title()));
        chooser.setFileName(model.results().fileName(document));
        chooser.setOverwrite(true);
        Optional.ofNullable(chooser.open()).map(Path::of).ifPresent(file -> model.results()
                .save(document, file));
    }

    @Override
    public void openPinOffice() {
        office();
    }

    private Optional<PinOfficeDialog> office() {
        return model.results()
                .states()
                .get()
                .request()
                .map(id -> new PinOfficePresenter(model.context(), id, OperatingSystemAccount.name()))
                .map(presenter -> new PinOfficeDialog(view.getShell(), messages(), presenter));
    }

    @Override
    public void showPin(ResultRow row) {
        if (!row.pin()) {
            office().ifPresent(dialog -> dialog.askForKey(row.position(), row.name()));
            return;
        }
        ConfirmationDialogs.ask(
                view.getShell(),
                messages(),
                messages().text("pin.show.title"),
                messages().text("pin.show.question", row.name()),
                messages().text("pin.show.confirm"),
                () -> model.results().showPin(row.position(), OperatingSystemAccount.name(), pin -> shown(row, pin)));
    }

    private void shown(ResultRow row, Secret pin) {
        view.getDisplay().asyncExec(() -> InitialPinDialog.open(view.getShell(), messages(), row.name(), pin));
    }

    @Override
    public void showPasskeys(ResultRow row) {
        new PasskeysDialog(view.getShell(), messages(), model.passkeys(row.holder()));
    }

    @Override
    public void filter(Optional<Outcome> outcome) {
        model.results().filter(outcome);
    }

    @Override
    public void showFormerPasskeys(ResultRow row) {
        row.former().ifPresent(holder -> new PasskeysDialog(view.getShell(), messages(), model.passkeys(holder)));
    }

    @Override
    public void chooseRequest() {
        model.go(Perspective.REQUESTS);
    }

    private Messages messages() {
        return window.messages();
    }
}
