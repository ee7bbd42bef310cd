package org.keyhopper.ui.internal.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.keyhopper.ui.model.Messages;

/** Opens windows, which needs the display of releng/tools/display. */
@EnabledIfEnvironmentVariable(named = "KEYHOPPER_TEST_DISPLAY", matches = ".+")
class RowSelectionTest {

    private final Display display = new Display();
    private final Shell shell = new Shell(display);
    private final AtomicInteger changes = new AtomicInteger();
    private RowTable<String> table;

    @BeforeEach
    void open() {
        shell.setLayout(new FillLayout());
        Messages messages = Messages.in(Locale.ENGLISH);
        table = new RowTable<>(
                shell, SWT.MULTI, List.of(Column.of(messages, "requests.column.name", 24, Function.identity())));
        table.setIdentity(Function.identity());
        table.onSelectionChange(changes::incrementAndGet);
        shell.setSize(400, 300);
        shell.open();
        show("anna", "bert", "cora");
        table.select(1);
        changes.set(0);
    }

    @AfterEach
    void close() {
        display.dispose();
    }

    private void show(String... rows) {
        table.show(List.of(rows));
        while (display.readAndDispatch()) {
            // Rows are added in steps.
        }
    }

    @Test
    void selectionFollowsItsRow() {
        show("bert", "anna", "cora", "dora");
        assertEquals(List.of("bert"), table.selection());
        assertEquals(0, changes.get());
    }

    @Test
    void rowThatIsRemovedIsNotSelectedAnyMore() {
        show("anna", "cora");
        assertEquals(List.of(), table.selection());
        assertEquals(1, changes.get());
    }

    @Test
    void listenersHearOfAnEmptySelection() {
        table.control().deselectAll();
        table.control().notifyListeners(SWT.Selection, new Event());
        assertEquals(1, changes.get());
    }
}
