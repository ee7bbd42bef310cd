package org.keyhopper.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.ui.internal.automatic.AutomaticActions;
import org.keyhopper.ui.internal.automatic.AutomaticView;
import org.keyhopper.ui.internal.controls.KeyboardFocus;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.HopperDialog;
import org.keyhopper.ui.internal.dialogs.PairReaderDialog;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.automatic.AutomaticAction;
import org.keyhopper.ui.model.automatic.PairReaderState;
import org.keyhopper.ui.model.automatic.PrinterButton;
import org.keyhopper.ui.model.automatic.SetupPresenter;
import org.keyhopper.ui.model.automatic.SetupScreen;
import org.keyhopper.ui.model.requests.ModeOption;

/** The part of the Automatic perspective. */
public final class AutomaticPart implements AutomaticActions {

    private WorkbenchModel model;
    private WindowActions window;
    private AutomaticView view;

    @PostConstruct
    void create(Composite parent, WindowActions owner) {
        window = owner;
        model = owner.model();
        parent.setLayout(new FillLayout());
        view = new AutomaticView(parent, owner, this);
        view.show(model.automatic().states().get());
        StateSubscription.follow(view, model.automatic().states(), view::show);
    }

    @Focus
    void focus() {
        KeyboardFocus.move(view, view::focusInitial);
    }

    @Override
    public SetupPresenter setup() {
        return model.automatic().setup();
    }

    @Override
    public void add(String address) {
        setup().add(address)
                .ifPresent(problem -> ConfirmationDialogs.inform(
                        view.getShell(),
                        window.messages(),
                        window.messages().text("setup.printers"),
                        model.context().sentence(problem)));
    }

    @Override
    public void pairReader() {
        List<PairReaderState.Printer> printers =
                model.automatic().states().get().screen() instanceof SetupScreen screen
                        ? screen.printers().stream()
                                .map(row -> new PairReaderState.Printer(row.address(), row.name()))
                                .toList()
                        : List.of();
        new PairReaderDialog(view.getShell(), window.messages(), model.pairReaderPresenter(printers), setup()::refresh);
    }

    @Override
    public void start() {
        model.startPrinters();
    }

    @Override
    public void choose(AutomaticAction action) {
        switch (action) {
            case PAUSE, CONTINUE, STOP_AFTER_THIS_CARD -> model.automatic().choose(action);
            case SWITCH_TO_MANUAL -> model.switchToManual();
            case VIEW_SUMMARY -> model.automatic().request().ifPresent(model::showResults);
            case NEXT_REQUEST -> model.nextRequest(ModeOption.Mode.AUTOMATIC);
            case CLOSE -> {
                model.automatic().close();
                model.go(Perspective.REQUESTS);
            }
            case START_AGAIN -> model.automatic().request().ifPresent(model::provisionThroughPrinters);
            case CHOOSE_REQUEST -> model.go(Perspective.REQUESTS);
        }
    }

    @Override
    public void choose(int index, PrinterButton button) {
        OptionalInt loaded =
                button.choice() == PrinterChoice.CONTINUE ? model.automatic().cardsToLoad(index) : OptionalInt.empty();
        if (loaded.isPresent()) {
            HopperDialog.open(view.getShell(), window.messages(), loaded.getAsInt(), cards -> {
                model.automatic().load(index, cards);
                model.automatic().choose(index, button);
            });
        } else {
            model.automatic().choose(index, button);
        }
    }

    @Override
    public void tick() {
        model.automatic().tick();
    }
}
