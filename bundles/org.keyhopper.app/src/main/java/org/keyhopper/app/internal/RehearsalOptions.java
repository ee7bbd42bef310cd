package org.keyhopper.app.internal;

import java.util.List;
import org.keyhopper.core.request.StoreException;

/** Parses the number of people in a rehearsal: {@code --recipients N}. */
final class RecipientsOption {

    private static final String OPTION = "--recipients";
    private static final int USUAL = 5;

    private RecipientsOption() {}

    static int in(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(OPTION + "=")) {
                return number(argument.substring(OPTION.length() + 1));
            }
            if (argument.equals(OPTION) && i + 1 < arguments.size()) {
                return number(arguments.get(i + 1));
            }
        }
        return USUAL;
    }

    private static int number(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new StoreException("--recipients needs a number from 1 to 9999, not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
