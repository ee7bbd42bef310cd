package org.keyhopper.ui.internal.automatic;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.ColumnArrangement;
import org.keyhopper.ui.internal.controls.ColumnLayout;
import org.keyhopper.ui.internal.controls.EmptyState;
import org.keyhopper.ui.internal.controls.EnterKey;
import org.keyhopper.ui.internal.controls.KeyboardFocus;
import org.keyhopper.ui.internal.controls.Page;
import org.keyhopper.ui.internal.controls.SwitchPane;
import org.keyhopper.ui.internal.help.HelpTopics;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.automatic.AutomaticAction;
import org.keyhopper.ui.model.automatic.AutomaticState;
import org.keyhopper.ui.model.automatic.PrinterButton;
import org.keyhopper.ui.model.automatic.PrinterView;
import org.keyhopper.ui.model.automatic.RunScreen;
import org.keyhopper.ui.model.automatic.SetupScreen;
import org.keyhopper.ui.model.manual.ActionButton.Weight;

/** The Automatic perspective: the setup, then the run, then its result. */
public final class AutomaticView extends Composite {

    private static final int BESIDE = 820;
    private static final int BESIDE_WHERE_LOW = 700;
    private static final int TICK = 500;
    /** Time in milliseconds for which a question must have been visible before Enter answers it. */
    private static final int ENTER_DELAY_MILLIS = 900;

    private final AutomaticActions actions;
    private final Page page;
    private final SwitchPane stack = new SwitchPane();
    private final EmptyState idle;
    private final ActionControl choose;
    private final Composite setup;
    private final PrintersCard printers;
    private final ReadinessCard ready;
    private final RunPane run;
    private Optional<Runnable> enter = Optional.empty();
    private String question = "";
    private long asked;

    public AutomaticView(Composite parent, WindowActions window, AutomaticActions actions) {
        super(parent, SWT.NONE);
        this.actions = actions;
        Messages messages = window.messages();
        GridLayoutFactory.fillDefaults().applyTo(this);
        page = new Page(this, window);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        Composite body = new Composite(page.body(), SWT.NONE);
        Theme.of(this).apply(body, ColorRole.WINDOW, ColorRole.TEXT);
        body.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        Composite first = new Composite(body, SWT.NONE);
        first.setLayout(new FillLayout());
        idle = new EmptyState(first);
        choose = idle.button("automatic.choose", "", () -> actions.choose(AutomaticAction.CHOOSE_REQUEST));
        setup = new Composite(body, SWT.NONE);
        Theme.of(this).apply(setup, ColorRole.WINDOW, ColorRole.TEXT);
        printers = new PrintersCard(setup, messages, actions);
        ready = new ReadinessCard(setup, messages, actions);
        setup.setLayout(new ColumnLayout(
                ColumnArrangement.beside(1000, 62, 38),
                ColumnArrangement.beside(Theme.hasRoom() ? BESIDE : BESIDE_WHERE_LOW, 58, 42),
                ColumnArrangement.below(2)));
        run = new RunPane(body, messages, actions);
        stack.switchTo(first);
        addListener(SWT.Traverse, this::traverse);
        page.addListener(SWT.Traverse, this::traverse);
        tick();
    }

    public void show(AutomaticState state) {
        page.header().show(state.heading());
        boolean turned =
                switch (state.screen()) {
                    case AutomaticState.Idle shown -> show(shown);
                    case SetupScreen shown -> show(shown);
                    case RunScreen shown -> show(shown);
                };
        HelpTopics.showsProblem(this, state.screen().problem());
        if (turned) {
            takeFocus();
        }
    }

    private boolean show(AutomaticState.Idle shown) {
        idle.show(shown.stage().sentence(), shown.stage().hint());
        choose.show(
                shown.button().label(),
                shown.button().hint(),
                ActionControl.Style.MAIN,
                () -> actions.choose(AutomaticAction.CHOOSE_REQUEST));
        idle.card().layout(true, true);
        ask("idle", Optional.of(() -> actions.choose(AutomaticAction.CHOOSE_REQUEST)));
        return stack.switchTo(idle.card().getParent());
    }

    private boolean show(SetupScreen shown) {
        printers.show(shown);
        ready.show(shown);
        ask("setup", shown.canStart() ? Optional.of(actions::start) : Optional.empty());
        return stack.switchTo(setup);
    }

    private boolean show(RunScreen shown) {
        boolean changed = shown.isOver() && !question.equals("over");
        run.show(shown);
        boolean turned = stack.switchTo(run);
        if (shown.isOver()) {
            ask("over", Optional.of(() -> actions.choose(AutomaticAction.VIEW_SUMMARY)));
        } else {
            askPrinter(shown);
        }
        if (changed || isFocusLost()) {
            takeFocus();
        }
        return turned;
    }

    /** Moves the focus when its button was removed; otherwise the space bar would have no effect. */
    private boolean isFocusLost() {
        Control focused = getDisplay().getFocusControl();
        return focused == null || focused == getShell() || !focused.isVisible();
    }

    /** Enter answers for the waiting printer if it is the only one that waits. */
    private void askPrinter(RunScreen shown) {
        var waiting =
                shown.printers().stream().filter(PrinterView::needsOperator).toList();
        Optional<PrinterButton> button = waiting.size() != 1
                ? Optional.empty()
                : waiting.getFirst().buttons().stream()
                        .filter(one -> one.weight() == Weight.DEFAULT)
                        .findFirst();
        String key = button.map(one -> waiting.getFirst().index()
                        + one.choice().name()
                        + waiting.getFirst().stage().sentence())
                .orElse("");
        ask(key, button.map(one -> () -> actions.choose(waiting.getFirst().index(), one)));
    }

    private void ask(String next, Optional<Runnable> answer) {
        if (!next.equals(question)) {
            question = next;
            page.scrollUp();
            asked = System.nanoTime();
        }
        enter = answer;
    }

    /** Enter triggers the default answer unless a field has the focus or the question has only just appeared. */
    private void traverse(Event event) {
        if (EnterKey.isForPage(event) && enter.isPresent()) {
            event.detail = SWT.TRAVERSE_NONE;
            event.doit = false;
            if (System.nanoTime() - asked > ENTER_DELAY_MILLIS * 1_000_000L) {
                enter.get().run();
            }
        }
    }

    private void tick() {
        getDisplay().timerExec(TICK, () -> {
            if (!isDisposed()) {
                if (stack.shown() == run && isVisible()) {
                    actions.tick();
                }
                tick();
            }
        });
    }

    private void takeFocus() {
        if (isVisible()) {
            KeyboardFocus.move(this, this::focusInitial);
        }
    }

    /** Focuses the control that the operator needs first. */
    public boolean focusInitial() {
        if (stack.shown() == run) {
            return run.focusInitial();
        }
        if (stack.shown() == setup) {
            return ready.focusStart() || printers.focusInitial();
        }
        return choose.setFocus();
    }
}
