package org.keyhopper.central.portal.internal.pins;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.keyhopper.core.vault.PinDelivery;

/** Which PINs the page of the PIN office lists. */
public enum PinFilter {
    ALL,
    SEALED,
    RELEASED,
    HANDED_OVER,
    CONFIRMED,
    OVERDUE;

    /** How many there are of one kind. */
    public record Count(PinFilter filter, long number) {}

    static PinFilter of(String text) {
        String name = text == null ? "" : text.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(filter -> filter.name().equals(name))
                .findFirst()
                .orElse(ALL);
    }

    boolean shows(PinRow pin) {
        return switch (this) {
            case ALL -> true;
            case SEALED, RELEASED, HANDED_OVER, CONFIRMED -> pin.state() == PinDelivery.State.valueOf(name());
            case OVERDUE -> pin.overdue();
        };
    }

    static List<Count> counts(List<PinRow> pins) {
        return Arrays.stream(values())
                .map(filter ->
                        new Count(filter, pins.stream().filter(filter::shows).count()))
                .filter(count -> count.filter == ALL || count.number > 0)
                .toList();
    }
}
