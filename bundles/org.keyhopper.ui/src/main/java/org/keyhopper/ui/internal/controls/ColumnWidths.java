package org.keyhopper.ui.internal.controls;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Distributes a width among columns by weight. No column gets less than its minimum, even if the sum then exceeds the
 * width.
 */
record ColumnWidths(int[] weights, int[] least) {

    int[] of(int width) {
        boolean[] raised = new boolean[weights.length];
        int[] widths = shared(width, raised);
        for (int round = 0; round < weights.length; round++) {
            for (int i = 0; i < weights.length; i++) {
                raised[i] |= widths[i] < least[i];
            }
            widths = shared(width, raised);
        }
        return widths;
    }

    /** Gives raised columns their minimum and distributes the rest among the others. */
    private int[] shared(int width, boolean[] raised) {
        int taken = IntStream.range(0, least.length)
                .map(i -> raised[i] ? least[i] : 0)
                .sum();
        int others = IntStream.range(0, weights.length)
                .map(i -> raised[i] ? 0 : weights[i])
                .sum();
        int[] widths = Arrays.copyOf(least, least.length);
        for (int i = 0; i < weights.length; i++) {
            if (!raised[i]) {
                widths[i] = Math.max(0, width - taken) * weights[i] / others;
            }
        }
        return widths;
    }
}
