package org.keyhopper.ui.internal.controls;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Rectangle;

/**
 * How sheets lie: in columns at shares of the width, in each column one below the other.
 *
 * @param from from which width on they may lie like this, in pixels for text of the usual size
 */
public record ColumnArrangement(int from, List<Pile> piles) {

    /**
     * One column.
     *
     * @param share its part of the width, in percent
     * @param sheets which sheets lie in it, from above; counted from 0
     */
    public record Pile(int share, List<Integer> sheets) {}

    /** All sheets side by side. */
    public static ColumnArrangement beside(int from, int... shares) {
        return new ColumnArrangement(
                from,
                IntStream.range(0, shares.length)
                        .mapToObj(i -> new Pile(shares[i], List.of(i)))
                        .toList());
    }

    /** All sheets one below the other, however narrow it is. */
    public static ColumnArrangement below(int count) {
        return new ColumnArrangement(
                0, List.of(new Pile(100, IntStream.range(0, count).boxed().toList())));
    }

    /**
     * Returns where the sheets lie, by number. Sheets side by side are as high as there is room, those of one column share
     * it. In several columns of several sheets each is as high as it needs; the lowest ones reach down to the bottom only where
     * all have room, since a button at the foot of one would otherwise go where it is not seen.
     *
     * @param height how high they may be; they become higher where they need it
     * @param gap how far they are from each other
     * @param needed how high a sheet (first) must be at a width (second)
     */
    List<Rectangle> place(int width, int height, int gap, IntBinaryOperator needed) {
        Rectangle[] places = new Rectangle
                [piles.stream().mapToInt(pile -> pile.sheets.size()).sum()];
        int left = 0;
        int share = 0;
        for (Pile pile : piles) {
            share += pile.share;
            int right = share == 100 ? width : (width + gap) * share / 100 - gap;
            int top = 0;
            for (int sheet : pile.sheets) {
                places[sheet] = new Rectangle(left, top, right - left, needed.applyAsInt(sheet, right - left));
                top += places[sheet].height + gap;
            }
            left = right + gap;
        }
        stretch(places, height);
        return List.of(places);
    }

    private void stretch(Rectangle[] places, int height) {
        boolean beside = piles.size() == places.length;
        int lowest = Math.max(height, bottom(places));
        if (beside) {
            Arrays.stream(places).forEach(place -> place.height = lowest);
        } else if (piles.size() == 1) {
            int more = (lowest - bottom(places)) / places.length;
            for (int i = 0; i < places.length; i++) {
                places[i].y += i * more;
                places[i].height += more;
            }
        } else if (bottom(places) < height) {
            for (Pile pile : piles) {
                Rectangle last = places[pile.sheets.getLast()];
                last.height = height - last.y;
            }
        }
    }

    private static int bottom(Rectangle[] places) {
        return Arrays.stream(places)
                .mapToInt(place -> place.y + place.height)
                .max()
                .orElse(0);
    }
}
