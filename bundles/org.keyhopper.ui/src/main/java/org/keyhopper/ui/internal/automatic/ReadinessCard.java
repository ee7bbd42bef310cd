package org.keyhopper.ui.internal.automatic;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.automatic.SetupScreen;

/** The readiness checks, the policy for cards that are already assigned, and START PROVISIONING. */
final class ReadinessCard {

    private final Card card;
    private final CheckList checks;
    private final Button reject;
    private final Button reset;
    private final Label cost;
    private final Pill verdict;
    private final ActionControl start;

    ReadinessCard(Composite parent, Messages messages, AutomaticActions actions) {
        card = new Card(parent);
        Labels.caption(card, messages.text("setup.provisioned"));
        reject = choice(messages, OnProvisioned.REJECT, actions);
        reset = choice(messages, OnProvisioned.RESET, actions);
        cost = Labels.withId(Labels.wrapped(card, FontRole.BODY, ColorRole.SOFT), "setup.cost");

        verdict = new Pill(card, FontRole.STRONG);
        Labels.withId(verdict.label(), "setup.verdict");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(verdict);
        start = Labels.withId(new ActionControl(card), "setup.start");
        start.show(messages.text("setup.start"), messages.text("key.enter"), ActionControl.Style.MAIN, actions::start);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .indent(0, Theme.space(8))
                .applyTo(start);
        // The checks may be clipped when space is short; the verdict and the button must stay visible.
        GridDataFactory.fillDefaults()
                .indent(0, Theme.space(8))
                .applyTo(Labels.caption(card, messages.text("check.title")));
        checks = new CheckList(card);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(50, SWT.DEFAULT)
                .indent(0, 6)
                .applyTo(checks.control());
    }

    private Button choice(Messages messages, OnProvisioned value, AutomaticActions actions) {
        Button button = Labels.withId(new Button(card, SWT.RADIO), "setup.provisioned." + value);
        button.setText(messages.text("setup.provisioned." + value.name()));
        Theme.of(card).applyText(button, ColorRole.TEXT, FontRole.BODY);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                actions.setup().provisioned(value);
            }
        });
        return button;
    }

    Card card() {
        return card;
    }

    void show(SetupScreen setup) {
        boolean moved = checks.show(setup.checks());
        reject.setSelection(setup.provisioned() == OnProvisioned.REJECT);
        reset.setSelection(setup.provisioned() == OnProvisioned.RESET);
        boolean destructive = setup.provisioned() == OnProvisioned.RESET;
        Theme.of(card)
                .applyText(
                        cost,
                        destructive ? ColorRole.BAD_TEXT : ColorRole.SOFT,
                        destructive ? FontRole.STRONG : FontRole.BODY);
        moved |= Labels.set(cost, setup.provisionedText());
        moved |= verdict.show(setup.verdict().text(), setup.verdict().tint());
        start.setEnabled(setup.canStart());
        if (moved) {
            card.layout(true, true);
        }
    }

    boolean focusStart() {
        return start.isEnabled() && start.setFocus();
    }
}
