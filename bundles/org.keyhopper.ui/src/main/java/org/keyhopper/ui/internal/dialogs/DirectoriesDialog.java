package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.ColumnArrangement;
import org.keyhopper.ui.internal.controls.ColumnLayout;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.directories.DirectoriesState;
import org.keyhopper.ui.model.directories.DirectoriesState.Kind;
import org.keyhopper.ui.model.directories.DirectoryPresenter;
import org.keyhopper.ui.model.directories.DirectoryRow;

/** The configured directories, and the form of the one that is being edited. */
public final class DirectoriesDialog {

    private final Messages messages;
    private final DirectoryPresenter presenter;
    private final BaseDialog dialog;
    private final RowTable<DirectoryRow> lines;
    private final Composite right;
    private final Label hint;
    private Optional<DirectoryFormBox> form = Optional.empty();
    private final ActionControl add;
    private final ActionControl remove;

    /** @param changed runs on the UI thread after the dialog was closed */
    public DirectoriesDialog(Shell parent, Messages messages, DirectoryPresenter presenter, Runnable changed) {
        this.messages = messages;
        this.presenter = presenter;
        dialog = new BaseDialog(
                parent, "directories", messages.text("directories.title"), messages.text("directories.message"));
        Composite halves = new Composite(dialog.body(), SWT.NONE);
        halves.setLayout(new ColumnLayout(ColumnArrangement.beside(640, 31, 69), ColumnArrangement.below(2)));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        Composite left = new Composite(halves, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .equalWidth(true)
                .spacing(10, 10)
                .applyTo(left);
        lines = new RowTable<>(left, SWT.SINGLE | SWT.BORDER, columns());
        lines.setIdentity(DirectoryRow::name);
        Labels.accessibleName(lines.control(), messages.text("directories.title"));
        lines.withTools(messages, "directories.table");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(2, 1)
                .hint(100, lines.roomyHeight(5))
                .applyTo(lines.control());
        lines.onSelect(this::edit);
        add = button(left, "directories.add", this::add);
        remove = button(left, "directories.remove", this::remove);
        right = new Composite(halves, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(right);
        hint = Labels.wrapped(right, FontRole.LARGE, ColorRole.MUTED);
        dialog.button("dialog.close", messages.text("close"), ActionControl.Style.PLAIN, dialog::close);
        dialog.setCloseCondition(this::mayClose);
        dialog.onClose(presenter::close);
        dialog.onClose(changed);
        StateSubscription.follow(dialog.shell(), presenter.states(), this::show);
        show(presenter.states().get());
        dialog.open(1000, 720);
        add.setFocus();
    }

    private List<Column<DirectoryRow>> columns() {
        return List.of(
                Column.of(messages, "requests.column.name", 45, DirectoryRow::name),
                Column.of(messages, "directory.kind", 55, DirectoryRow::kind));
    }

    private ActionControl button(Composite parent, String key, Runnable action) {
        ActionControl button = Labels.withId(new ActionControl(parent), key);
        button.show(messages.text(key), "", ActionControl.Style.PLAIN, action);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    private void add() {
        List<Kind> kinds = presenter.states().get().kinds();
        if (kinds.size() == 1) {
            open(() -> presenter.add(kinds.getFirst().type()));
            return;
        }
        Menu menu = new Menu(add);
        for (Kind kind : kinds) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(kind.name());
            item.addListener(SWT.Selection, event -> open(() -> presenter.add(kind.type())));
        }
        menu.setVisible(true);
    }

    private void remove() {
        lines.selected()
                .ifPresent(line -> ConfirmationDialogs.ask(
                        dialog.shell(),
                        messages,
                        messages.text("directories.title"),
                        messages.text("directory.remove.question", line.name()),
                        messages.text("directories.remove"),
                        () -> presenter.remove(line.name())));
    }

    private boolean mayClose() {
        boolean unsaved = presenter.hasUnsaved();
        if (unsaved) {
            askToDiscard(() -> {
                presenter.close();
                dialog.close();
            });
        }
        return !unsaved;
    }

    private void askToDiscard(Runnable then) {
        ConfirmationDialogs.ask(
                dialog.shell(),
                messages,
                messages.text("directories.title"),
                messages.text("directory.discard.question"),
                messages.text("directory.discard"),
                then);
    }

    /** Selecting the directory that is already open keeps unsaved input. */
    private void edit(DirectoryRow line) {
        if (!presenter.isOpen(line.name())) {
            open(() -> presenter.edit(line.name()));
        }
    }

    /** Creates a new form for each directory, so that input for one can never be saved in another. */
    private void open(Runnable begin) {
        if (presenter.hasUnsaved()) {
            selectOpen();
            askToDiscard(() -> begin(begin));
        } else {
            begin(begin);
        }
    }

    /** Keeps the open directory selected while the operator is asked to discard changes. */
    private void selectOpen() {
        lines.control().deselectAll();
        presenter.states().get().lines().stream()
                .filter(line -> presenter.isOpen(line.name()))
                .forEach(lines::select);
    }

    private void begin(Runnable begin) {
        form.ifPresent(DirectoryFormBox::dispose);
        form = Optional.empty();
        begin.run();
        show(presenter.states().get());
    }

    private void show(DirectoriesState state) {
        lines.show(state.lines());
        dialog.explain(state.notice());
        // There are no kinds to add while the policy locks the directories.
        add.setEnabled(!state.kinds().isEmpty());
        remove.setEnabled(!state.kinds().isEmpty());
        if (state.form().isPresent() && form.isEmpty()) {
            form = Optional.of(new DirectoryFormBox(right, messages, presenter));
        } else if (state.form().isEmpty()) {
            form.ifPresent(DirectoryFormBox::dispose);
            form = Optional.empty();
        }
        state.form().ifPresent(fields -> form.ifPresent(box -> box.show(fields)));
        Labels.set(hint, state.notice().map(Notice::text).orElse(state.hint()));
        Labels.visible(hint, form.isEmpty() || state.notice().isPresent());
        dialog.grow();
    }
}
