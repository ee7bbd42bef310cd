package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Lines;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.ChoiceRow;
import org.keyhopper.ui.model.requests.SearchPresenter;
import org.keyhopper.ui.model.requests.SearchState;

/** The people who may be taken into a request, any number of them, with a check box each. */
final class ChoiceBox {

    private final RowTable<ChoiceRow> people;
    private final Label summary;

    ChoiceBox(Composite parent, Messages messages, SearchPresenter presenter) {
        Text filter = field(parent, messages, "search.filter");
        filter.addListener(SWT.Modify, event -> presenter.filter(filter.getText()));
        people = new RowTable<>(
                parent,
                SWT.MULTI | SWT.BORDER | SWT.CHECK | SWT.VIRTUAL,
                List.of(
                        Column.of(messages.text("requests.column.name"), 34, ChoiceRow::name),
                        Column.of(messages.text("requests.column.user"), 36, ChoiceRow::user),
                        Column.of(messages.text("search.column.remark"), 30, ChoiceRow::remark)));
        people.identify(ChoiceRow::id);
        Words.named(Words.spoken(people.control(), messages.text("search.chosen.title")), "search.people");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, Look.px(140)).applyTo(people.control());
        people.onCheck(ChoiceRow::chosen, (row, taken) -> presenter.choose(row.id(), taken));
        summary = Words.named(Words.wrapped(parent, Type.STRONG, Ink.TEXT), "search.summary");
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(new Lines(0));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        button(row, messages, "search.all", () -> presenter.chooseShown(true));
        button(row, messages, "search.none", () -> presenter.chooseShown(false));
        button(row, messages, "search.drop", () -> presenter.drop(people.selection()));
        button(row, messages, "search.holders.look", presenter::lookForPasskeys);
    }

    /** Makes a field with its label before it. */
    static Text field(Composite parent, Messages messages, String key) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Words.label(row, Type.BODY, Ink.SOFT).setText(messages.text(key));
        Text text = Words.named(new Text(row, SWT.BORDER | SWT.SEARCH | SWT.ICON_CANCEL), key);
        Words.spoken(text, messages.text(key));
        Look.of(text).dress(text, Ink.FIELD, Ink.TEXT, Type.BODY);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        return text;
    }

    static ActionControl button(Composite parent, Messages messages, String key, Runnable action) {
        ActionControl button = Words.named(new ActionControl(parent), key);
        button.show(messages.text(key), "", ActionControl.Style.PLAIN, action);
        return button;
    }

    void show(SearchState state) {
        people.show(state.people());
        Words.set(summary, state.summary());
    }
}
