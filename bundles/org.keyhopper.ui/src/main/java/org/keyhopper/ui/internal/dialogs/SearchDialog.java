package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.internal.parts.Following;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.SearchPresenter;
import org.keyhopper.ui.model.requests.SearchState;

/** Makes a request from people of a directory: found by name, or everybody of a group. */
public final class SearchDialog {

    private final Messages messages;
    private final SearchPresenter presenter;
    private final DeskDialog dialog;
    private final Label notice;
    private final RowTable<DirectoryUser> found;
    private final RowTable<DirectoryUser> chosen;
    private final DraftBox draft;
    private final ActionControl create;

    /** @param made is told the new request, on the UI thread */
    public SearchDialog(Shell parent, Messages messages, SearchPresenter presenter, Consumer<RequestId> made) {
        this.messages = messages;
        this.presenter = presenter;
        dialog = new DeskDialog(parent, "search", messages.text("search.title"), messages.text("search.message"));
        Composite asking = new Composite(dialog.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).spacing(10, 0).applyTo(asking);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(asking);
        Text first = asked(asking, "search.text", "search.go", presenter::search);
        asked(asking, "search.group", "search.group.go", presenter::group);
        notice = Words.named(Words.wrapped(dialog.body(), Type.BODY, Ink.SOFT), "search.notice");
        Composite lists = new Composite(dialog.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(12, 6).applyTo(lists);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(lists);
        found = list(lists, "search.found.title");
        Composite between = new Composite(lists, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(between);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(between);
        chosen = list(lists, "search.chosen.title");
        move(between, "search.add", () -> presenter.choose(found.selection()));
        move(between, "search.drop", () -> presenter.drop(chosen.selection()));
        found.onOpen(user -> presenter.choose(List.of(user)));
        chosen.onOpen(user -> presenter.drop(List.of(user)));
        draft = new DraftBox(
                dialog.body(),
                messages,
                new DraftBox.Sink(presenter::name, presenter::directory, presenter::profile),
                presenter.demanded());
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        create = dialog.button(
                "draft.create",
                messages.text("draft.create"),
                ActionControl.Style.PRIMARY,
                () -> presenter.create(id -> dialog.shell().getDisplay().asyncExec(() -> {
                    dialog.close();
                    made.accept(id);
                })));
        dialog.onClose(presenter::close);
        Following.follow(dialog.shell(), presenter.states(), this::show);
        show(presenter.states().get());
        dialog.open(1000, 740);
        first.setFocus();
    }

    private Text asked(Composite row, String key, String go, Consumer<String> ask) {
        Words.label(row, Type.BODY, Ink.SOFT).setText(messages.text(key));
        Text text = Words.named(new Text(row, SWT.BORDER | SWT.SEARCH), key);
        Look.of(text).dress(text, Ink.FIELD, Ink.TEXT, Type.BODY);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        text.addListener(SWT.DefaultSelection, event -> ask.accept(text.getText()));
        ActionControl button = Words.named(new ActionControl(row), go);
        button.show(messages.text(go), "", ActionControl.Style.PLAIN, () -> ask.accept(text.getText()));
        return text;
    }

    private RowTable<DirectoryUser> list(Composite lists, String key) {
        Composite box = new Composite(lists, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(box);
        Words.caption(box, messages.text(key));
        RowTable<DirectoryUser> table = new RowTable<>(
                box,
                SWT.MULTI | SWT.BORDER,
                List.of(
                        Column.of(messages.text("requests.column.name"), 50, DirectoryUser::displayName),
                        Column.of(messages.text("requests.column.user"), 50, DirectoryUser::userName)));
        Words.named(table.control(), key);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 150).applyTo(table.control());
        return table;
    }

    private void move(Composite between, String key, Runnable action) {
        ActionControl button = Words.named(new ActionControl(between), key);
        button.show(messages.text(key), "", ActionControl.Style.PLAIN, action);
        GridDataFactory.fillDefaults().applyTo(button);
    }

    private void show(SearchState state) {
        Words.set(
                notice,
                state.busy()
                        ? messages.text("search.busy")
                        : state.notice().map(words -> words.text()).orElse(""));
        state.notice().ifPresent(words -> Look.of(notice).write(notice, Ink.text(words.tint()), Type.BODY));
        found.show(state.found());
        chosen.show(state.chosen());
        draft.show(state.draft(), state.directories(), state.missing());
        create.setEnabled(state.missing().isEmpty());
        dialog.shell().layout(true, true);
    }
}
