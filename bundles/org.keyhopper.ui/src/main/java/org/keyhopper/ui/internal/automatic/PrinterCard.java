package org.keyhopper.ui.internal.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.MinimumHeightLayout;
import org.keyhopper.ui.internal.help.HelpTopics;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.automatic.PrinterButton;
import org.keyhopper.ui.model.automatic.PrinterView;
import org.keyhopper.ui.model.manual.ActionButton.Weight;

/** One printer: its card path, and below it the current step or instruction in an area of constant height. */
final class PrinterCard {

    private static final int PATH = 142;
    private static final int ROOM = 116;
    private static final int ROOM_OF_SEVERAL = 142;

    private final Card card;
    private final boolean several;
    private final AutomaticActions actions;
    private final Label caption;
    private String title = "";
    private final Label status;
    private final Composite middle;
    private final PathDrawing drawing;
    private final CheckList checks;
    private final Label sentence;
    private final Label hint;
    private final StepStrip steps;
    private final Composite buttons;
    private final List<ActionControl> shown = new ArrayList<>();

    PrinterCard(Composite parent, boolean several, AutomaticActions actions) {
        this.actions = actions;
        this.several = several;
        card = new Card(parent);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(Theme.space(24), Theme.space(16))
                .spacing(16, 6)
                .applyTo(card);
        caption = Labels.withId(Labels.caption(card, ""), "lane.caption");
        GridDataFactory.fillDefaults().grab(true, false).hint(50, SWT.DEFAULT).applyTo(caption);
        caption.addListener(SWT.Resize, event -> fitTitle());
        status = Labels.withId(Labels.label(card, FontRole.STRONG, ColorRole.TEXT), "lane.status");
        status.setAlignment(SWT.RIGHT);
        GridDataFactory.swtDefaults().hint(Theme.px(224), SWT.DEFAULT).applyTo(status);
        middle = new Composite(card, SWT.NONE);
        middle.setLayout(new StackLayout());
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(2, 1)
                .hint(50, Theme.px(PATH))
                .applyTo(middle);
        drawing = Labels.withId(new PathDrawing(middle), "lane.path");
        checks = new CheckList(middle);
        ((StackLayout) middle.getLayout()).topControl = drawing;
        Composite below = new Composite(card, SWT.NONE);
        below.setLayout(new MinimumHeightLayout(Theme.space(several ? ROOM_OF_SEVERAL : ROOM)));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(50, SWT.DEFAULT)
                .applyTo(below);
        Composite room = new Composite(below, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(room);
        Composite texts = new Composite(room, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(texts);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(texts);
        sentence = Labels.withId(Labels.wrapped(texts, FontRole.NAME, ColorRole.TEXT), "lane.sentence");
        steps = new StepStrip(texts);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(steps);
        hint = Labels.withId(
                Labels.wrapped(texts, several ? FontRole.SMALL : FontRole.BODY, ColorRole.SOFT), "lane.hint");
        buttons = new Composite(room, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(8, 6).applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(buttons);
    }

    Card card() {
        return card;
    }

    void show(PrinterView printer) {
        HelpTopics.showsProblem(card, printer.stage().problem());
        boolean calm = printer.tint() == Tint.GOOD || printer.tint() == Tint.NEUTRAL;
        card.setTint(calm ? Tint.NEUTRAL : printer.tint());
        Theme theme = Theme.of(card);
        title = printer.caption().toUpperCase(Locale.getDefault());
        caption.setToolTipText(printer.caption());
        fitTitle();
        Labels.set(status, printer.status());
        theme.applyText(status, ColorRole.text(printer.tint()), FontRole.STRONG);
        theme.applyText(sentence, ColorRole.text(card.tint()), FontRole.NAME);
        boolean warns = calm && printer.stage().tint() == Tint.ATTENTION;
        theme.applyText(
                hint, warns ? ColorRole.ATTENTION_TEXT : ColorRole.SOFT, several ? FontRole.SMALL : FontRole.BODY);
        drawing.show(printer.path());
        StackLayout stack = (StackLayout) middle.getLayout();
        Composite top = printer.checks().isEmpty() ? drawing : checks.control();
        boolean moved = checks.show(printer.checks()) | stack.topControl != top;
        stack.topControl = top;
        moved |= Labels.set(sentence, printer.stage().sentence());
        moved |= Labels.set(hint, (printer.stage().hint() + "  " + printer.code()).strip());
        boolean stepping = calm && !printer.steps().isEmpty();
        steps.setVisible(stepping);
        moved |= exclude(stepping);
        steps.show(printer.steps());
        moved |= show(printer.index(), printer.buttons());
        if (moved) {
            card.layout(true, true);
        }
    }

    private boolean exclude(boolean visible) {
        var data = (GridData) steps.getLayoutData();
        boolean moved = data.exclude == visible;
        data.exclude = !visible;
        return moved;
    }

    private void fitTitle() {
        GC gc = new GC(caption);
        try {
            Labels.set(caption, Labels.shortened(gc, title, caption.getSize().x));
        } finally {
            gc.dispose();
        }
    }

    private boolean show(int printer, List<PrinterButton> wanted) {
        boolean moved = wanted.size() != shown.size();
        while (shown.size() > wanted.size()) {
            shown.removeLast().dispose();
        }
        while (shown.size() < wanted.size()) {
            ActionControl control = new ActionControl(buttons);
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(Theme.px(several ? 190 : 220), SWT.DEFAULT)
                    .applyTo(control);
            shown.add(control);
        }
        for (int i = 0; i < wanted.size(); i++) {
            PrinterButton button = wanted.get(i);
            boolean first = button.weight() == Weight.DEFAULT;
            Labels.withId(
                    shown.get(i), "lane." + printer + "." + button.choice().name());
            shown.get(i)
                    .show(
                            button.label(),
                            button.hint(),
                            first ? ActionControl.Style.PRIMARY : ActionControl.Style.PLAIN,
                            () -> actions.choose(printer, button));
        }
        return moved;
    }
}
