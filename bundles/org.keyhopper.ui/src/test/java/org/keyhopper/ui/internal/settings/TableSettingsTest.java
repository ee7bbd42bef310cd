package org.keyhopper.ui.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.junit.jupiter.api.Test;
import org.keyhopper.ui.model.table.RowQuery.SortKey;

class TableSettingsTest {

    private final IDialogSettings section = new DialogSettings("people");
    private final TableSettings settings = new TableSettings(section, List.of("name", "user"));

    @Test
    void nothingIsArrangedAtFirst() {
        assertEquals(Optional.empty(), settings.sort());
        assertEquals(Set.of(), settings.hidden());
        assertEquals(OptionalInt.empty(), settings.width(0));
    }

    @Test
    void arrangementIsKeptByColumnWhereverTheColumnsAre() {
        settings.keepSort(Optional.of(new SortKey(1, true)));
        settings.keepHidden(Set.of(0));
        settings.keepWidth(1, 120);
        TableSettings later = new TableSettings(section, List.of("user", "email", "name"));
        assertEquals(Optional.of(new SortKey(0, true)), later.sort());
        assertEquals(Set.of(2), later.hidden());
        assertEquals(OptionalInt.of(120), later.width(0));
        assertEquals(OptionalInt.empty(), later.width(1));
    }

    @Test
    void columnsThatNoLongerExistAreForgotten() {
        settings.keepSort(Optional.of(new SortKey(0, false)));
        settings.keepHidden(Set.of(0));
        TableSettings later = new TableSettings(section, List.of("email"));
        assertEquals(Optional.empty(), later.sort());
        assertEquals(Set.of(), later.hidden());
    }

    @Test
    void aTableIsNeverWithoutColumns() {
        settings.keepHidden(Set.of(0, 1));
        assertEquals(Set.of(), settings.hidden());
    }

    @Test
    void resetForgetsEverything() {
        settings.keepSort(Optional.of(new SortKey(0, true)));
        settings.keepWidth(0, 80);
        settings.keepSort(Optional.empty());
        settings.keepWidth(0, 0);
        assertEquals(Optional.empty(), settings.sort());
        assertEquals(OptionalInt.empty(), settings.width(0));
    }

    @Test
    void editedPreferencesAreIgnored() {
        section.put("width.name", "wide");
        assertEquals(OptionalInt.empty(), settings.width(0));
    }
}
