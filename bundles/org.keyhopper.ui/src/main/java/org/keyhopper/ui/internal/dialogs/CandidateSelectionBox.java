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
import org.keyhopper.ui.internal.controls.FilterField;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.controls.WrapLayout;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.ChoiceRow;
import org.keyhopper.ui.model.requests.SearchPresenter;
import org.keyhopper.ui.model.requests.SearchState;

/** The people who can be added to a request, with a check box each. */
final class CandidateSelectionBox {

    private final RowTable<ChoiceRow> people;
    private final Label summary;

    CandidateSelectionBox(Composite parent, Messages messages, SearchPresenter presenter) {
        Text filter = field(parent, messages, "search.filter");
        filter.addListener(SWT.Modify, event -> presenter.filter(filter.getText()));
        people = new RowTable<>(
                parent,
                SWT.MULTI | SWT.BORDER | SWT.CHECK,
                List.of(
                        Column.of(messages, "requests.column.name", 34, ChoiceRow::name),
                        Column.of(messages, "requests.column.user", 36, ChoiceRow::user),
                        Column.of(messages, "search.column.remark", 30, ChoiceRow::remark)));
        people.setIdentity(ChoiceRow::id);
        Labels.accessibleName(people.control(), messages.text("search.chosen.title"));
        people.withTools(messages, "search.people");
        FilterField.opens(filter, filter::setFocus);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, Theme.px(140)).applyTo(people.control());
        people.onCheck(ChoiceRow::chosen, (row, taken) -> presenter.choose(row.id(), taken));
        summary = Labels.withId(Labels.wrapped(parent, FontRole.STRONG, ColorRole.TEXT), "search.summary");
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(new WrapLayout(0));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        button(row, messages, "search.all", () -> presenter.chooseShown(true));
        button(row, messages, "search.none", () -> presenter.chooseShown(false));
        button(row, messages, "search.drop", () -> presenter.drop(people.selection()));
        button(row, messages, "search.holders.look", presenter::lookForPasskeys);
    }

    /** Creates a text field with its label. */
    static Text field(Composite parent, Messages messages, String key) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Labels.label(row, FontRole.BODY, ColorRole.SOFT).setText(messages.text(key));
        Text text = Labels.withId(new Text(row, SWT.BORDER | SWT.SEARCH | SWT.ICON_CANCEL), key);
        Labels.accessibleName(text, messages.text(key));
        Theme.of(text).apply(text, ColorRole.FIELD, ColorRole.TEXT, FontRole.BODY);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        return text;
    }

    static ActionControl button(Composite parent, Messages messages, String key, Runnable action) {
        ActionControl button = Labels.withId(new ActionControl(parent), key);
        button.show(messages.text(key), "", ActionControl.Style.PLAIN, action);
        return button;
    }

    void show(SearchState state) {
        people.show(state.people());
        Labels.set(summary, state.summary());
    }
}
