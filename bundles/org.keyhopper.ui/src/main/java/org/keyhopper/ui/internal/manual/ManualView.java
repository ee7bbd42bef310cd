package org.keyhopper.ui.internal.manual;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FormLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.keyhopper.ui.internal.controls.Columns;
import org.keyhopper.ui.internal.controls.Page;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.parts.DeskWindow;
import org.keyhopper.ui.model.manual.ManualAction;
import org.keyhopper.ui.model.manual.ManualState;

/** The Manual place: person, what to do now, device; and below who was just done. */
public final class ManualView extends Composite {

    private final Page page;
    private final PersonCard person;
    private final StageCard stage;
    private final DeviceCard device;
    private final DoneCard done;
    private final Consumer<ManualAction> actions;
    private ManualAction defaultAction;

    public ManualView(Composite parent, DeskWindow window, Consumer<ManualAction> actions, CandidateSink choice) {
        super(parent, SWT.NONE);
        this.actions = actions;
        GridLayoutFactory.fillDefaults().applyTo(this);
        page = new Page(this, window);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        Composite upper = new Composite(page.body(), SWT.NONE);
        Look.of(this).dress(upper, Ink.WINDOW, Ink.TEXT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(upper);
        upper.setLayout(new FormLayout());
        person = new PersonCard(upper, window.messages(), this::take);
        stage = new StageCard(
                upper, window.messages(), window.desk().environment().clock(), this::take, choice);
        device = new DeviceCard(upper, window.messages());
        Columns.lay(upper, person.card(), stage.card(), device.card());
        done = new DoneCard(page.body(), window.messages(), this::take);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(done.card());
        addListener(SWT.Traverse, this::traverse);
        page.addListener(SWT.Traverse, this::traverse);
    }

    private void take(ManualAction action) {
        actions.accept(action);
    }

    /** Enter anywhere in this place does what the default button does. */
    private void traverse(Event event) {
        if (event.detail == SWT.TRAVERSE_RETURN && defaultAction != null) {
            event.detail = SWT.TRAVERSE_NONE;
            event.doit = false;
            take(defaultAction);
        }
    }

    public void show(ManualState state) {
        page.header().show(state.heading());
        person.show(state);
        stage.show(state);
        device.show(state.device());
        done.show(state.done(), state.stop());
        ManualAction next =
                state.main().isEmpty() ? null : state.main().getFirst().action();
        boolean changed = next != defaultAction;
        defaultAction = next;
        if (changed) {
            takeFocus();
        }
    }

    /** Keeps the keyboard in this place while the buttons come and go. */
    private void takeFocus() {
        Control focused = getDisplay().getFocusControl();
        boolean ours = focused == null || focused == getShell() || isAncestorOf(focused);
        if (ours && isVisible()) {
            takeKeyboard();
        }
    }

    private boolean isAncestorOf(Control control) {
        for (Control one = control; one != null; one = one.getParent()) {
            if (one == this) {
                return true;
            }
        }
        return false;
    }

    /** Puts the keyboard where the operator needs it first. */
    public boolean takeKeyboard() {
        return stage.focusDefault() || page.setFocus();
    }
}
