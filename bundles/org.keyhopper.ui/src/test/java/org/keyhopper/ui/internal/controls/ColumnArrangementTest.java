package org.keyhopper.ui.internal.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class ColumnArrangementTest {

    private static final int GAP = 20;
    private static final int[] NEEDED = {100, 300, 150};

    private static int needed(int card, int width) {
        return NEEDED[card];
    }

    @Test
    void cardsSideBySideFillTheHeight() {
        assertEquals(
                List.of(
                        new Rectangle(0, 0, 245, 500),
                        new Rectangle(265, 0, 449, 500),
                        new Rectangle(734, 0, 266, 500)),
                ColumnArrangement.beside(800, 26, 46, 28).place(1000, 500, GAP, ColumnArrangementTest::needed));
    }

    @Test
    void cardsSideBySideGetTheLargestPreferredHeight() {
        ColumnArrangement.beside(800, 50, 50)
                .place(1000, 200, GAP, ColumnArrangementTest::needed)
                .forEach(place -> assertEquals(300, place.height));
    }

    @Test
    void stackedCardsShareTheRemainingHeight() {
        assertEquals(
                List.of(
                        new Rectangle(0, 0, 400, 110),
                        new Rectangle(0, 130, 400, 310),
                        new Rectangle(0, 460, 400, 160)),
                ColumnArrangement.below(3).place(400, 620, GAP, ColumnArrangementTest::needed));
    }

    private static final ColumnArrangement NARROW = new ColumnArrangement(
            0, List.of(new ColumnArrangement.Stack(40, List.of(0, 2)), new ColumnArrangement.Stack(60, List.of(1))));

    @Test
    void lastCardsOfColumnsExtendToTheBottomIfAllFit() {
        assertEquals(
                List.of(
                        new Rectangle(0, 0, 388, 100),
                        new Rectangle(408, 0, 592, 900),
                        new Rectangle(0, 120, 388, 780)),
                NARROW.place(1000, 900, GAP, ColumnArrangementTest::needed));
    }

    @Test
    void cardsOfColumnsGetTheirPreferredHeightIfNotAllFit() {
        assertEquals(
                List.of(
                        new Rectangle(0, 0, 388, 100),
                        new Rectangle(408, 0, 592, 300),
                        new Rectangle(0, 120, 388, 150)),
                NARROW.place(1000, 300, GAP, ColumnArrangementTest::needed));
    }

    @Test
    void preferredHeightIsComputedAtTheCardsWidth() {
        List<Rectangle> bounds = ColumnArrangement.beside(0, 50, 50).place(1020, 0, GAP, (card, width) -> width);
        assertEquals(new Rectangle(0, 0, 500, 500), bounds.getFirst());
    }
}
