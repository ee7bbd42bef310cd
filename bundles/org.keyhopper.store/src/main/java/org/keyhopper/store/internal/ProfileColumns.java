package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;

/** The columns of a request that hold its profile. */
final class ProfileColumns {

    private ProfileColumns() {}

    static Profile read(Row row) throws SQLException {
        return new Profile(
                pinRule(row.text("pin_rule"), row.number("pin_length")),
                row.maybeNumber("minimum_pin_length"),
                words(row.text("options"), Profile.Option::valueOf),
                Profile.Unsupported.valueOf(row.text("unsupported")),
                row.text("device_name"),
                words(row.text("allowed_aaguids"), UUID::fromString),
                words(row.text("min_pin_length_rp_ids"), Function.identity()));
    }

    static String pinRule(PinRule rule) {
        return switch (rule) {
            case PinRule.Random random -> "random";
            case PinRule.Entered entered -> "entered";
            case PinRule.Keep keep -> "keep";
        };
    }

    static OptionalInt pinLength(PinRule rule) {
        return rule instanceof PinRule.Random(int length) ? OptionalInt.of(length) : OptionalInt.empty();
    }

    static String words(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }

    private static PinRule pinRule(String name, int length) {
        return switch (name) {
            case "random" -> new PinRule.Random(length);
            case "entered" -> new PinRule.Entered();
            case "keep" -> new PinRule.Keep();
            default -> throw new IllegalStateException("PIN rule " + name);
        };
    }

    private static <T> Set<T> words(String text, Function<String, T> reading) {
        return Stream.of(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(reading)
                .collect(Collectors.toSet());
    }
}
