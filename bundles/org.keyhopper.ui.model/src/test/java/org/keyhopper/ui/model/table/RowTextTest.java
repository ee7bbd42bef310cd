package org.keyhopper.ui.model.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTextTest {

    @Test
    void cellsAreSeparatedByTabsAndContainNone() {
        List<String> rows = List.of("a\tb", "c\nd");
        String text = RowText.of(rows, List.of(row -> row, row -> row.substring(0, 1)));
        assertEquals("a b\ta" + System.lineSeparator() + "c d\tc", text);
    }
}
