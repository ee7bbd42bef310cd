package org.keyhopper.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import java.util.List;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.ui.internal.automatic.AutomaticActions;
import org.keyhopper.ui.internal.automatic.AutomaticView;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.PairReaderDialog;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.automatic.AutomaticAction;
import org.keyhopper.ui.model.automatic.PairReaderState;
import org.keyhopper.ui.model.automatic.SetupPresenter;
import org.keyhopper.ui.model.automatic.SetupScreen;

/** The part of the Automatic perspective. */
public final class AutomaticPart implements AutomaticActions {

    private WorkbenchModel desk;
    private WindowActions window;
    private AutomaticView view;

    @PostConstruct
    void create(Composite parent, WindowActions owner) {
        window = owner;
        desk = owner.desk();
        parent.setLayout(new FillLayout());
        view = new AutomaticView(parent, owner, this);
        view.show(desk.automatic().states().get());
        StateSubscription.follow(view, desk.automatic().states(), view::show);
    }

    @Focus
    void focus() {
        view.takeKeyboard();
    }

    @Override
    public SetupPresenter setup() {
        return desk.automatic().setup();
    }

    @Override
    public void add(String address) {
        setup().add(address)
                .ifPresent(problem -> ConfirmationDialogs.tell(
                        view.getShell(),
                        window.messages(),
                        window.messages().text("setup.printers"),
                        desk.environment().sentence(problem)));
    }

    @Override
    public void teach() {
        List<PairReaderState.Printer> printers = desk.automatic().states().get().screen() instanceof SetupScreen screen
                ? screen.printers().stream()
                        .map(row -> new PairReaderState.Printer(row.address(), row.name()))
                        .toList()
                : List.of();
        new PairReaderDialog(view.getShell(), window.messages(), desk.teaching(printers), setup()::lookAgain);
    }

    @Override
    public void start() {
        desk.startPrinters();
    }

    @Override
    public void choose(AutomaticAction action) {
        switch (action) {
            case PAUSE, CONTINUE, STOP_AFTER_THIS_CARD -> desk.automatic().choose(action);
            case SWITCH_TO_MANUAL -> desk.switchToManual();
            case VIEW_SUMMARY -> desk.automatic().request().ifPresent(desk::summary);
            case START_AGAIN -> desk.automatic().request().ifPresent(desk::provisionThroughPrinters);
            case CHOOSE_REQUEST -> desk.go(Perspective.REQUESTS);
        }
    }

    @Override
    public void choose(int lane, PrinterChoice choice) {
        desk.automatic().choose(lane, choice);
    }

    @Override
    public void tick() {
        desk.automatic().tick();
    }
}
