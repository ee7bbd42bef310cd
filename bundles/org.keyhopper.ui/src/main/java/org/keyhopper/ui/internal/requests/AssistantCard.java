package org.keyhopper.ui.internal.requests;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.ActionControl.Style;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.CenteredLayout;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Mark;
import org.keyhopper.ui.internal.controls.WrapLayout;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.assistant.AssistantState;
import org.keyhopper.ui.model.assistant.AssistantState.StepRow;
import org.keyhopper.ui.model.assistant.AssistantStep;

/** The assistant: its steps, what to do in the current one, and the way on. */
final class AssistantCard {

    private static final int WIDTH = 720;
    private static final int STEP_GAP = 18;
    private static final int STEPS = AssistantStep.DONE.ordinal();

    private final Card card;
    private final Messages messages;
    private final RequestActions actions;
    private final AssistantActions way;
    private final Composite steps;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final Label title;
    private final Label text;
    private final ActionControl directories;
    private final ActionControl importing;
    private final ActionControl searching;
    private final ActionControl provision;
    private final ActionControl back;
    private final ActionControl goOn;
    private final ActionControl close;

    AssistantCard(Composite parent, Messages messages, RequestActions actions, AssistantActions way) {
        this.messages = messages;
        this.actions = actions;
        this.way = way;
        card = new Card(parent);
        Composite room = new Composite(card, SWT.NONE);
        room.setLayout(new CenteredLayout(WIDTH));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(room);
        Composite middle = new Composite(room, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, Theme.space(16)).applyTo(middle);
        steps = Labels.withId(new Composite(middle, SWT.NONE), "assistant.steps");
        GridLayoutFactory.fillDefaults().numColumns(2 * STEPS).spacing(10, 0).applyTo(steps);
        title = Labels.withId(Labels.wrapped(middle, FontRole.SENTENCE, ColorRole.TEXT), "assistant.title");
        text = Labels.withId(Labels.wrapped(middle, FontRole.LARGE, ColorRole.SOFT), "assistant.text");
        Composite doing = row(middle);
        directories = button(doing, "assistant.directory");
        importing = button(doing, "assistant.import");
        searching = button(doing, "assistant.search");
        provision = button(doing, "assistant.provision");
        Composite going = row(middle);
        back = button(going, "assistant.back");
        goOn = button(going, "assistant.goOn");
        close = button(going, "assistant.close");
    }

    private static Composite row(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(new WrapLayout(0));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(0, Theme.space(8))
                .applyTo(row);
        return row;
    }

    private static ActionControl button(Composite row, String id) {
        return Labels.withId(new ActionControl(row), id);
    }

    Card card() {
        return card;
    }

    void show(AssistantState state) {
        AssistantStep step = state.step();
        showSteps(state.steps());
        Labels.set(title, state.title());
        Labels.set(text, state.text());
        Style main = state.fulfilled() ? Style.PLAIN : Style.PRIMARY;
        boolean directory = step == AssistantStep.DIRECTORY;
        boolean request = step == AssistantStep.REQUEST;
        show(directories, directory, "requests.addDirectory", main, actions::directories);
        show(importing, request, "requests.import", main, actions::importPeople);
        show(searching, request, "requests.search", Style.PLAIN, actions::searchPeople);
        show(provision, step == AssistantStep.DEVICE, "assistant.provision", main, way::provisionFirst);
        provision.setEnabled(state.request().isPresent());
        show(back, state.canGoBack(), "assistant.back", Style.PLAIN, way::goBack);
        boolean done = step == AssistantStep.DONE;
        if (state.fulfilled()) {
            show(goOn, !done, "assistant.next", Style.PRIMARY, way::goOn);
        } else {
            show(goOn, !done, "assistant.skip", Style.PLAIN, way::goOn);
        }
        show(close, true, "assistant.close", done ? Style.PRIMARY : Style.PLAIN, way::close);
        card.layout(true, true);
    }

    private void show(ActionControl button, boolean visible, String key, Style style, Runnable action) {
        button.show(messages.text(key), "", style, action);
        button.setVisible(visible);
    }

    private void showSteps(List<StepRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            StepRow row = rows.get(i);
            if (i == marks.size()) {
                Mark mark = new Mark(steps, 18);
                GridDataFactory.swtDefaults().indent(i == 0 ? 0 : STEP_GAP, 0).applyTo(mark);
                marks.add(mark);
                names.add(Labels.label(steps, FontRole.BODY, ColorRole.SOFT));
            }
            OutcomeStyle.Mark open = row.current() ? OutcomeStyle.Mark.DOTS : OutcomeStyle.Mark.RING;
            ColorRole color = row.current() ? ColorRole.ACTIVE : ColorRole.BUTTON_LINE;
            marks.get(i).show(row.done() ? OutcomeStyle.Mark.CHECK : open, row.done() ? ColorRole.GOOD : color);
            Label name = names.get(i);
            name.setText(row.label());
            Theme.of(name)
                    .applyText(
                            name,
                            row.current() ? ColorRole.TEXT : ColorRole.SOFT,
                            row.current() ? FontRole.STRONG : FontRole.BODY);
        }
    }

    /** Focuses what to do next. */
    boolean setFocus() {
        for (ActionControl action : List.of(directories, importing, provision, goOn, close)) {
            if (action.isVisible() && action.isEnabled()) {
                return action.setFocus();
            }
        }
        return false;
    }
}
