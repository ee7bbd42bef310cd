package org.keyhopper.ui.internal.manual;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.manual.ActionButton;
import org.keyhopper.ui.model.manual.ManualState;
import org.keyhopper.ui.model.manual.Stage;

/** The current instruction: one large sentence, the steps and the buttons. */
final class StageCard {

    private final Card card;

    private static final int TICK = 250;

    private final Messages messages;
    private final Clock clock;
    private final ManualActions sink;
    private final Label sentence;
    private final Label hint;
    private final Pill countdown;
    private final Pill notice;
    private final CandidateList candidates;
    private final StepList steps;
    private final Composite buttons;
    private final List<ActionControl> shown = new ArrayList<>();
    private boolean hasDefault;
    private Optional<Instant> until = Optional.empty();

    StageCard(Composite parent, Messages messages, Clock clock, ManualActions sink, CandidateActions choice) {
        card = new Card(parent);
        this.messages = messages;
        this.clock = clock;
        this.sink = sink;
        sentence = Labels.withId(Labels.wrapped(card, FontRole.SENTENCE, ColorRole.TEXT), "stage.sentence");
        hint = Labels.withId(Labels.wrapped(card, FontRole.LARGE, ColorRole.SOFT), "stage.hint");
        countdown = pill("stage.countdown");
        notice = pill("stage.notice");
        candidates = new CandidateList(card, choice);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(0, 10)
                .exclude(true)
                .applyTo(candidates);
        steps = new StepList(card);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .indent(0, Theme.space(14))
                .applyTo(steps);
        buttons = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(buttons);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons);
        if (!Theme.hasRoom()) {
            // The steps may be clipped when space is short; the buttons must stay visible.
            buttons.moveAbove(steps);
        }
        tick();
    }

    private Pill pill(String id) {
        Pill pill = new Pill(card, FontRole.STRONG);
        Labels.withId(pill.label(), id);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(pill);
        pill.setVisible(false);
        return pill;
    }

    void show(ManualState state) {
        Stage stage = state.stage();
        card.setTint(stage.tint() == Tint.ACTIVE ? Tint.NEUTRAL : stage.tint());
        Theme theme = Theme.of(card);
        boolean moved = Labels.set(sentence, stage.sentence()) | Labels.set(hint, stage.hint());
        theme.applyText(sentence, ColorRole.text(card.tint()), FontRole.SENTENCE);
        until = stage.until();
        moved |= Labels.visible(countdown, until.isPresent());
        moved |= state.notice().map(text -> notice.show(text, Tint.ATTENTION)).orElse(false);
        moved |= Labels.visible(notice, state.notice().isPresent());
        moved |= Labels.visible(hint, !stage.hint().isEmpty());
        moved |= candidates.show(state.candidates());
        moved |= Labels.visible(candidates, !state.candidates().isEmpty());
        moved |= steps.show(state.steps());
        moved |= show(state.main());
        hasDefault = state.defaultAction().isPresent();
        count();
        if (moved) {
            card.layout(true, true);
        }
    }

    private boolean show(List<ActionButton> wanted) {
        hasDefault = !wanted.isEmpty() && wanted.getFirst().weight() == ActionButton.Weight.DEFAULT;
        boolean moved = wanted.size() != shown.size();
        while (shown.size() > wanted.size()) {
            shown.removeLast().dispose();
        }
        while (shown.size() < wanted.size()) {
            ActionControl control = new ActionControl(buttons);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
            shown.add(control);
        }
        for (int i = 0; i < wanted.size(); i++) {
            show(shown.get(i), wanted.get(i));
        }
        return moved;
    }

    private void show(ActionControl control, ActionButton button) {
        ActionControl.Style style =
                switch (button.weight()) {
                    case DEFAULT -> ActionControl.Style.MAIN;
                    case PLAIN -> ActionControl.Style.PLAIN;
                    case DANGEROUS -> ActionControl.Style.DANGER;
                };
        Labels.withId(control, "action." + button.action().name());
        control.show(button.label(), button.hint(), style, () -> sink.perform(button.action()));
    }

    /** Focuses the default button, if there is one. */
    boolean focusDefault() {
        return defaultButton().map(ActionControl::setFocus).orElse(false);
    }

    Optional<ActionControl> defaultButton() {
        return hasDefault ? shown.stream().findFirst() : Optional.empty();
    }

    private void tick() {
        card.getDisplay().timerExec(TICK, () -> {
            if (!card.isDisposed()) {
                count();
                tick();
            }
        });
    }

    private void count() {
        until.ifPresent(end -> {
            long left = Math.max(0, Duration.between(clock.instant(), end).toSeconds());
            countdown.show(messages.text("manual.secondsLeft", left), left > 5 ? Tint.ACTIVE : Tint.BAD);
        });
    }

    Card card() {
        return card;
    }
}
