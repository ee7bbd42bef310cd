package org.keyhopper.ui.internal.manual;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.ColumnArrangement;
import org.keyhopper.ui.internal.controls.ColumnArrangement.Stack;
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
import org.keyhopper.ui.model.manual.ActionButton;
import org.keyhopper.ui.model.manual.ManualAction;
import org.keyhopper.ui.model.manual.ManualState;
import org.keyhopper.ui.model.manual.Stage;

/** The Manual perspective: recipient, instruction and device; below them the recently completed recipients. */
public final class ManualView extends Composite {

    private static final int WIDE = 820;
    private static final int NARROW = 540;

    private final Page page;
    private final SwitchPane stack = new SwitchPane();
    private final EmptyState idle;
    private final ActionControl choose;
    private final Composite run;
    private final PersonCard person;
    private final StageCard stage;
    private final DeviceCard device;
    private final CompletedCard done;
    private final Consumer<ManualAction> actions;
    private ManualAction defaultAction;

    public ManualView(Composite parent, WindowActions window, Consumer<ManualAction> actions, CandidateActions choice) {
        super(parent, SWT.NONE);
        this.actions = actions;
        GridLayoutFactory.fillDefaults().applyTo(this);
        page = new Page(this, window);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        Composite body = plainPane(page.body());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        body.setLayout(stack);
        idle = new EmptyState(body);
        choose = idle.button("manual.choose", "", () -> perform(ManualAction.CHOOSE_REQUEST));
        run = plainPane(body);
        GridLayoutFactory.fillDefaults()
                .spacing(0, Theme.space(ColumnLayout.GAP))
                .applyTo(run);
        Composite upper = plainPane(run);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(upper);
        person = new PersonCard(upper, window.messages(), this::perform);
        stage = new StageCard(upper, window.messages(), window.model().context().clock(), this::perform, choice);
        device = new DeviceCard(upper, window.messages());
        upper.setLayout(new ColumnLayout(
                ColumnArrangement.beside(WIDE, 26, 46, 28),
                new ColumnArrangement(NARROW, List.of(new Stack(42, List.of(0, 2)), new Stack(58, List.of(1)))),
                ColumnArrangement.below(3)));
        done = new CompletedCard(run, window.messages(), this::perform);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(done.card());
        stack.switchTo(idle.card());
        addListener(SWT.Traverse, this::traverse);
        page.addListener(SWT.Traverse, this::traverse);
    }

    private Composite plainPane(Composite parent) {
        return Theme.of(this).apply(new Composite(parent, SWT.NONE), ColorRole.WINDOW, ColorRole.TEXT);
    }

    private void perform(ManualAction action) {
        actions.accept(action);
    }

    /** Enter anywhere in this perspective triggers the default button. */
    private void traverse(Event event) {
        if (EnterKey.isForPage(event) && defaultAction != null) {
            event.detail = SWT.TRAVERSE_NONE;
            event.doit = false;
            perform(defaultAction);
        }
    }

    public void show(ManualState state) {
        HelpTopics.showsProblem(this, state.stage().problem());
        page.header().show(state.heading());
        if (state.isIdle()) {
            showIdle(state);
        }
        person.show(state);
        stage.show(state);
        device.show(state.device());
        done.show(state.done(), state.ending());
        ManualAction next = state.defaultAction().orElse(null);
        boolean changed = next != defaultAction;
        defaultAction = next;
        boolean turned = stack.switchTo(state.isIdle() ? idle.card() : run);
        if (changed || turned) {
            stage.defaultButton().ifPresentOrElse(page::scrollTo, page::scrollUp);
            takeFocus();
        }
    }

    private void showIdle(ManualState state) {
        Stage stage = state.stage();
        idle.card().setTint(stage.tint());
        idle.show(stage.sentence(), stage.hint());
        ActionButton button = state.main().getFirst();
        choose.show(button.label(), button.hint(), ActionControl.Style.MAIN, () -> perform(button.action()));
        idle.card().layout(true, true);
    }

    /** Keeps the focus in this perspective when buttons are replaced. */
    private void takeFocus() {
        Control focused = getDisplay().getFocusControl();
        boolean ours = focused == null || focused == getShell() || KeyboardFocus.isIn(this);
        if (ours && isVisible()) {
            KeyboardFocus.move(this, this::focusInitial);
        }
    }

    /** Focuses the control that the operator needs first. */
    public boolean focusInitial() {
        return stack.shown() == run ? stage.focusDefault() || page.setFocus() : choose.setFocus();
    }
}
