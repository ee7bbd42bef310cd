package org.keyhopper.ui.internal.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.internal.GalleryModel;
import org.keyhopper.ui.internal.NoAutomaticActions;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.automatic.SetupScreen;
import org.keyhopper.ui.model.automatic.SetupScreen.PrinterRow;

/** Opens windows, which needs the display of releng/tools/display. */
@EnabledIfEnvironmentVariable(named = "KEYHOPPER_TEST_DISPLAY", matches = ".+")
class PrintersCardTest {

    private static final int SETTLED_MILLIS = 200;

    private final Display display = new Display();
    private final Shell shell = new Shell(display);

    @AfterEach
    void close() {
        display.dispose();
    }

    @Test
    void printerStaysCheckedWhenTheWindowChangesItsSize() {
        shell.setLayout(new FillLayout());
        WorkbenchModel model = GalleryModel.of(new FakeStation(), "en");
        PrintersCard card = new PrintersCard(shell, model.context().messages(), new NoAutomaticActions(model));
        shell.setSize(800, 700);
        shell.open();
        card.show(setup(printer("evolis-pipe:One", true), printer("evolis-pipe:Two", false)));
        settle();
        shell.setSize(900, 750);
        settle();
        Table printers = tables(shell).findFirst().orElseThrow();
        assertEquals(
                List.of(true, false),
                Arrays.stream(printers.getItems()).map(TableItem::getChecked).toList());
    }

    private static PrinterRow printer(String address, boolean chosen) {
        return new PrinterRow(PrinterAddress.parse(address).result().orElseThrow(), chosen, address, address);
    }

    private static SetupScreen setup(PrinterRow... printers) {
        Notice verdict = new Notice("", Tint.NEUTRAL);
        return new SetupScreen(
                false,
                List.of(printers),
                Optional.empty(),
                List.of(),
                List.of(),
                OnProvisioned.REJECT,
                "",
                verdict,
                false);
    }

    private static Stream<Table> tables(Control control) {
        return switch (control) {
            case Table table -> Stream.of(table);
            case Composite composite -> Arrays.stream(composite.getChildren()).flatMap(PrintersCardTest::tables);
            default -> Stream.empty();
        };
    }

    private void settle() {
        boolean[] over = {false};
        display.timerExec(SETTLED_MILLIS, () -> over[0] = true);
        while (!over[0]) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }
}
