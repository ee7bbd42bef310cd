package org.keyhopper.ui.internal.controls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

    private static final ColumnWidths SHARES = new ColumnWidths(new int[] {50, 30, 20}, new int[] {100, 100, 100});

    @Test
    void widthIsDistributedByWeight() {
        assertArrayEquals(new int[] {500, 300, 200}, SHARES.of(1000));
    }

    @Test
    void minimumOfOneColumnIsTakenFromTheOthers() {
        assertArrayEquals(new int[] {187, 112, 100}, SHARES.of(400));
    }

    @Test
    void reducedColumnIsRaisedToItsMinimum() {
        assertArrayEquals(new int[] {120, 100, 100}, SHARES.of(320));
    }

    @Test
    void noColumnIsNarrowerThanItsMinimum() {
        assertArrayEquals(new int[] {100, 100, 100}, SHARES.of(40));
    }
}
