package org.keyhopper.app.internal;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.rehearsal.station.Pace;

/**
 * The options of a rehearsal with a window.
 *
 * @param recipients the number of people in the request: {@code --recipients N}
 * @param pace how long devices take to answer: {@code --pace fast|realistic}
 */
record RehearsalOptions(int recipients, Pace pace) {

    private static final String RECIPIENTS = "--recipients";
    private static final String PACE = "--pace";
    private static final int USUAL = 5;

    /** Parses the arguments; others are ignored. An invalid value is a {@link StoreException}. */
    static RehearsalOptions in(List<String> arguments) {
        return new RehearsalOptions(
                value(RECIPIENTS, arguments).map(RehearsalOptions::number).orElse(USUAL),
                value(PACE, arguments).map(RehearsalOptions::pace).orElse(Pace.REALISTIC));
    }

    private static Optional<String> value(String option, List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(option + "=")) {
                return Optional.of(argument.substring(option.length() + 1));
            }
            if (argument.equals(option) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static int number(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new StoreException("--recipients needs a number from 1 to 9999, not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    private static Pace pace(String text) {
        return switch (text) {
            case "fast" -> Pace.FAST;
            case "realistic" -> Pace.REALISTIC;
            default -> throw new StoreException("--pace needs fast or realistic, not " + text + ".");
        };
    }
}
