package org.keyhopper.ui.internal.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Avatar;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.ProgressStrip;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.manual.ManualState;
import org.keyhopper.ui.model.manual.PersonPanel;

/** The current recipient, the next ones, and the progress of the request. */
final class PersonCard {

    private final Card card;

    private final Composite upper;
    private final Label place;
    private final Avatar avatar;
    private final Label name;
    private final Label account;
    private final Label remark;
    private final Label afterCaption;
    private final Label after;
    private final ProgressStrip strip;
    private final Label numbers;
    private final ActionControl skip;
    private final ManualActions sink;

    PersonCard(Composite parent, Messages messages, ManualActions sink) {
        card = new Card(parent);
        this.sink = sink;
        upper = new Composite(card, SWT.NONE);
        boolean low = Theme.isLow();
        GridLayoutFactory.fillDefaults()
                .numColumns(low ? 2 : 1)
                .spacing(low ? 12 : 0, Theme.space(6))
                .applyTo(upper);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(upper);
        place = Labels.withId(Labels.caption(upper, ""), "person.place");
        GridDataFactory.fillDefaults().grab(true, false).span(low ? 2 : 1, 1).applyTo(place);
        avatar = new Avatar(upper);
        GridDataFactory.swtDefaults()
                .indent(0, Theme.space(8))
                .span(1, low ? 2 : 1)
                .applyTo(avatar);
        name = Labels.withId(Labels.wrapped(upper, FontRole.NAME, ColorRole.TEXT), "person.name");
        ((GridData) name.getLayoutData()).verticalIndent = Theme.space(8);
        account = Labels.withId(Labels.wrapped(upper, FontRole.BODY, ColorRole.SOFT), "person.account");
        remark = across(Labels.wrapped(upper, FontRole.SMALL, ColorRole.MUTED));
        afterCaption = Labels.caption(upper, messages.text("manual.afterThis"));
        afterCaption.setLayoutData(GridDataFactory.fillDefaults()
                .indent(0, Theme.space(12))
                .span(low ? 2 : 1, 1)
                .create());
        after = across(Labels.withId(Labels.wrapped(upper, FontRole.BODY, ColorRole.TEXT), "person.after"));
        strip = new ProgressStrip(card);
        fill(strip);
        numbers = Labels.withId(Labels.wrapped(card, FontRole.SMALL, ColorRole.SOFT), "progress.numbers");
        skip = Labels.withId(new ActionControl(card), "action.skip");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(0, Theme.space(12))
                .applyTo(skip);
    }

    /** On low screens the name is beside the avatar, and labels that span the card are below both. */
    private static Label across(Label label) {
        ((GridData) label.getLayoutData()).horizontalSpan = Theme.isLow() ? 2 : 1;
        return label;
    }

    private static void fill(Control control) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
    }

    void show(ManualState state) {
        boolean moved = showPerson(state.person());
        state.progress().ifPresent(progress -> strip.show(progress.tally()));
        strip.setVisible(state.progress().isPresent());
        moved |= Labels.set(
                numbers, state.progress().map(progress -> progress.text()).orElse(""));
        boolean skippable = !state.side().isEmpty();
        skip.setVisible(skippable);
        state.side().stream()
                .findFirst()
                .ifPresent(button -> skip.show(
                        button.label(), button.hint(), ActionControl.Style.PLAIN, () -> sink.perform(button.action())));
        if (moved) {
            card.layout(true, true);
        }
    }

    private boolean showPerson(Optional<PersonPanel> person) {
        boolean moved = Labels.visible(upper, person.isPresent() || !Theme.isLow());
        avatar.setVisible(person.isPresent());
        avatar.show(person.map(PersonPanel::initials).orElse(""));
        moved |= Labels.set(place, person.map(PersonPanel::place).orElse("").toUpperCase(Locale.getDefault()));
        moved |= Labels.set(name, person.map(PersonPanel::name).orElse(""));
        moved |= Labels.set(
                account, person.map(PersonPanel::account).map(Labels::breakable).orElse(""));
        moved |= Labels.set(remark, person.map(PersonPanel::remark).orElse(""));
        moved |= Labels.visible(remark, !remark.getText().isEmpty());
        moved |= Labels.set(after, person.map(PersonCard::afterThis).orElse(""));
        afterCaption.setVisible(person.filter(panel -> !panel.after().isEmpty()).isPresent());
        return moved;
    }

    private static String afterThis(PersonPanel person) {
        if (Theme.isLow()) {
            return (String.join(", ", person.after()) + " " + person.more()).strip();
        }
        List<String> lines = new ArrayList<>(person.after());
        if (!person.more().isEmpty()) {
            lines.add(person.more());
        }
        return String.join("\n", lines);
    }

    Card card() {
        return card;
    }
}
