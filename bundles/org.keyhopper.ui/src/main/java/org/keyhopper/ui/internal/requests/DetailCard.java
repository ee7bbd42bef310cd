package org.keyhopper.ui.internal.requests;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Tally;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.ProgressStrip;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.PersonRow;
import org.keyhopper.ui.model.requests.RequestDetail;
import org.keyhopper.ui.model.requests.RequestsState;

/** The selected request: its people, its progress, and PROVISION NOW. */
final class DetailCard {

    private static final int LEAST_PEOPLE = 3;

    private final Card card;
    private final Messages messages;
    private final RequestActions actions;
    private final Label name;
    private final Label profile;
    private final ProgressStrip strip;
    private final Label progress;
    private final RowTable<PersonRow> people;
    private final Label person;
    private final Label refusal;
    private final ActionControl provision;
    private final ActionControl results;
    private final ActionControl refresh;
    private final ActionControl remove;
    private final ActionControl wide;
    private Optional<RequestId> shown = Optional.empty();
    private boolean choosing;

    /** @param widen gives this card the width of the window, or takes it back; returns whether it is wide now */
    DetailCard(Composite parent, Messages messages, RequestActions actions, BooleanSupplier widen) {
        this.messages = messages;
        this.actions = actions;
        card = new Card(parent);
        Composite parts = new Composite(card, SWT.NONE);
        parts.setLayout(new DetailLayout());
        GridDataFactory.fillDefaults().grab(true, true).hint(50, SWT.DEFAULT).applyTo(parts);
        Composite about = part(parts);
        name = Labels.withId(Labels.wrapped(about, FontRole.NAME, ColorRole.TEXT), "request.name");
        profile = Labels.wrapped(about, FontRole.BODY, ColorRole.SOFT);
        strip = new ProgressStrip(about);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(0, Theme.space(10))
                .applyTo(strip);
        progress = Labels.wrapped(about, FontRole.SMALL, ColorRole.SOFT);
        Composite list = part(parts);
        people = new RowTable<>(list, SWT.MULTI, columns());
        people.setIdentity(PersonRow::position);
        people.onSelectionChange(this::showSelected);
        Labels.accessibleName(people.control(), messages.text("people.title"));
        addEntries(people.withTools(messages, "request.people")
                .withHiddenFilter(list)
                .menu());
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(50, people.height(LEAST_PEOPLE))
                .applyTo(people.control());
        person = Labels.withId(Labels.wrapped(list, FontRole.SMALL, ColorRole.ATTENTION_TEXT), "request.person");
        Composite buttons = part(parts);
        refusal = Labels.withId(
                Labels.wrapped(buttons, FontRole.SMALL, ColorRole.ATTENTION_TEXT), "requests.provision.refused");
        provision = Labels.withId(new ActionControl(buttons), "requests.provision");
        provision.show(messages.text("requests.provision"), "", ActionControl.Style.MAIN, actions::provision);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(provision);
        Composite row = new Composite(buttons, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .equalWidth(true)
                .spacing(12, Theme.space(8))
                .applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        results = button(row, "requests.results", actions::results);
        refresh = button(row, "requests.refresh", actions::refresh);
        remove = button(row, "requests.remove", actions::remove);
        wide = button(row, "requests.widen", () -> {});
        showWiden(widen, false);
    }

    private static Composite part(Composite parent) {
        Composite part = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, Theme.space(8)).applyTo(part);
        return part;
    }

    private ActionControl button(Composite row, String key, Runnable action) {
        ActionControl button = Labels.withId(new ActionControl(row), key);
        button.show(messages.text(key), "", ActionControl.Style.PLAIN, action);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    private void showWiden(BooleanSupplier widen, boolean isWide) {
        wide.show(messages.text(isWide ? "requests.narrow" : "requests.widen"), "", ActionControl.Style.PLAIN, () -> {
            showWiden(widen, widen.getAsBoolean());
            people.control().setFocus();
        });
    }

    private List<Column<PersonRow>> columns() {
        return List.of(
                Column.of(messages, "requests.column.name", 34, PersonRow::name),
                Column.of(messages, "requests.column.user", Theme.hasRoom() ? 32 : 20, PersonRow::user),
                Column.<PersonRow>of(messages, "requests.column.outcome", Theme.hasRoom() ? 36 : 48, PersonRow::text)
                        .withMark(row -> Column.Icon.of(row.style())));
    }

    private void addEntries(Menu menu) {
        MenuItem provisioning = entry(menu, "requests.person.provision", actions::provision);
        MenuItem removal = entry(menu, "requests.person.remove", actions::removePerson);
        menu.addListener(SWT.Show, event -> {
            Optional<PersonRow> chosen = people.selected();
            provisioning.setEnabled(
                    choosing && chosen.filter(DetailCard::isToBeProvisioned).isPresent());
            removal.setEnabled(chosen.filter(row -> row.style().outcome() == Outcome.PENDING)
                    .isPresent());
        });
    }

    /** Returns whether a run can provision this person; provisioned and unclear people are left out of runs. */
    private static boolean isToBeProvisioned(PersonRow person) {
        return switch (person.style().outcome()) {
            case PENDING, FAILED, SKIPPED -> true;
            case PROVISIONED, UNCLEAR -> false;
        };
    }

    private MenuItem entry(Menu menu, String key, Consumer<PersonRow> action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(messages.text(key));
        item.addListener(SWT.Selection, event -> people.selected().ifPresent(action));
        return item;
    }

    Card card() {
        return card;
    }

    /** Shows the remark of the selected person in full, because table cells are truncated. */
    private void showSelected() {
        String text = people.selected()
                .filter(row -> !row.remark().isEmpty())
                .map(row -> row.name() + ": " + row.text())
                .orElse("");
        if (Labels.set(person, text)) {
            card.layout(true, true);
        }
    }

    void show(RequestsState state) {
        Optional<RequestDetail> detail = state.selected();
        boolean moved = Labels.set(name, detail.map(one -> one.row().name()).orElse(""));
        moved |= Labels.set(
                profile,
                detail.map(one -> messages.text(
                                "requests.profile", one.profile(), one.row().id()))
                        .orElse(""));
        moved |= Labels.set(progress, detail.map(RequestDetail::progress).orElse(""));
        strip.show(detail.map(one -> one.row().tally()).orElse(new Tally(0, 0, 0, 0, 0, 0)));
        Optional<RequestId> request = detail.map(one -> one.row().id());
        if (!request.equals(shown)) {
            people.control().deselectAll();
            shown = request;
        }
        people.show(detail.map(RequestDetail::people).orElse(List.of()));
        showSelected();
        boolean own = state.permissions().own();
        choosing = own && state.canProvision();
        provision.setEnabled(state.canProvision());
        boolean allDone = detail.isPresent() && detail.get().open() == 0;
        provision.setToolTipText(allDone ? messages.text("requests.allDone") : null);
        Optional<String> refused = state.permissions().provision().filter(text -> detail.isPresent());
        moved |= Labels.set(refusal, refused.orElse("")) | Labels.visible(refusal, refused.isPresent());
        moved |= Labels.visible(refresh, own) | Labels.visible(remove, own);
        results.setEnabled(detail.isPresent());
        refresh.setEnabled(detail.isPresent());
        String word = messages.text(state.refreshing() ? "requests.refresh.stop" : "requests.refresh");
        refresh.show(word, "", ActionControl.Style.PLAIN, actions::refresh);
        remove.setEnabled(detail.isPresent());
        if (moved) {
            card.layout(true, true);
        }
    }
}
