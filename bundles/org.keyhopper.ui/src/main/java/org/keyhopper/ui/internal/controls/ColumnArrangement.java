package org.keyhopper.ui.internal.controls;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Rectangle;

/**
 * An arrangement of cards in columns that share the width; within a column the cards are stacked.
 *
 * @param from minimum width in pixels for this arrangement, at the default font size
 */
public record ColumnArrangement(int from, List<Stack> stacks) {

    /**
     * One column.
     *
     * @param share percentage of the width
     * @param cards indexes of the cards in it, from top to bottom
     */
    public record Stack(int share, List<Integer> cards) {}

    /** Returns an arrangement with all cards side by side. */
    public static ColumnArrangement beside(int from, int... shares) {
        return new ColumnArrangement(
                from,
                IntStream.range(0, shares.length)
                        .mapToObj(i -> new Stack(shares[i], List.of(i)))
                        .toList());
    }

    /** Returns an arrangement with all cards stacked, which suits any width. */
    public static ColumnArrangement below(int count) {
        return new ColumnArrangement(
                0, List.of(new Stack(100, IntStream.range(0, count).boxed().toList())));
    }

    /**
     * Returns the bounds of the cards by index. Cards side by side fill the height; stacked cards share it. With
     * several columns of several cards each card gets its preferred height, and the last ones extend to the bottom
     * only if all fit; otherwise a button at the bottom of a card would be clipped.
     *
     * @param height available height; exceeded if the cards need more
     * @param gap space between cards
     * @param needed computes the preferred height of a card (first) at a width (second)
     */
    List<Rectangle> place(int width, int height, int gap, IntBinaryOperator needed) {
        Rectangle[] bounds = new Rectangle
                [stacks.stream().mapToInt(stack -> stack.cards.size()).sum()];
        int left = 0;
        int share = 0;
        for (Stack stack : stacks) {
            share += stack.share;
            int right = share == 100 ? width : (width + gap) * share / 100 - gap;
            int top = 0;
            for (int card : stack.cards) {
                bounds[card] = new Rectangle(left, top, right - left, needed.applyAsInt(card, right - left));
                top += bounds[card].height + gap;
            }
            left = right + gap;
        }
        stretch(bounds, height);
        return List.of(bounds);
    }

    private void stretch(Rectangle[] bounds, int height) {
        boolean beside = stacks.size() == bounds.length;
        int lowest = Math.max(height, bottom(bounds));
        if (beside) {
            Arrays.stream(bounds).forEach(place -> place.height = lowest);
        } else if (stacks.size() == 1) {
            int more = (lowest - bottom(bounds)) / bounds.length;
            for (int i = 0; i < bounds.length; i++) {
                bounds[i].y += i * more;
                bounds[i].height += more;
            }
        } else if (bottom(bounds) < height) {
            for (Stack stack : stacks) {
                Rectangle last = bounds[stack.cards.getLast()];
                last.height = height - last.y;
            }
        }
    }

    private static int bottom(Rectangle[] bounds) {
        return Arrays.stream(bounds)
                .mapToInt(place -> place.y + place.height)
                .max()
                .orElse(0);
    }
}
