package org.keyhopper.ui.model.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PrefixSearchTest {

    private static final List<String> NAMES = List.of("Anna", "Ben", "Bernd", "Bettina", "Carl");

    private final PrefixSearch search = new PrefixSearch();

    private OptionalInt type(char typed, long now, int selected) {
        return search.type(typed, now, NAMES.size(), selected, NAMES::get);
    }

    @Test
    void moreCharactersNarrowThePrefix() {
        assertEquals(OptionalInt.of(1), type('b', 5000, -1));
        assertEquals(OptionalInt.of(1), type('e', 5100, 1));
        assertEquals(OptionalInt.of(2), type('r', 5200, 1));
    }

    @Test
    void theSameCharacterProceedsToTheNextRowAndWrapsAround() {
        assertEquals(OptionalInt.of(1), type('b', 5000, -1));
        assertEquals(OptionalInt.of(2), type('B', 5100, 1));
        assertEquals(OptionalInt.of(3), type('b', 5200, 2));
        assertEquals(OptionalInt.of(1), type('b', 5300, 3));
    }

    @Test
    void aPauseBeginsANewPrefix() {
        type('b', 5000, -1);
        assertTrue(search.isTyping(6000));
        assertFalse(search.isTyping(6001));
        assertEquals(OptionalInt.of(4), type('c', 6001, 1));
    }

    @Test
    void withoutAMatchNothingIsSelected() {
        assertEquals(OptionalInt.empty(), type('x', 5000, 1));
        assertEquals(OptionalInt.empty(), new PrefixSearch().type('x', 5000, 0, -1, NAMES::get));
    }
}
