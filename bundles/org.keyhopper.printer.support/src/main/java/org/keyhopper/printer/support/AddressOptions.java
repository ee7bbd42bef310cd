package org.keyhopper.printer.support;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Known;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;

/** The options that most drivers know, for what a printer does not tell about itself. */
public final class AddressOptions {

    /** Which stations are built in. */
    public static final SettingField STATIONS = SettingField.optional(
                    "stations",
                    SettingField.Kind.CHOICE,
                    "Encoding stations",
                    "Which stations this printer was ordered with. Leave empty to try.",
                    "")
            .withChoices("contact", "contactless", "contact,contactless");

    /** Whether there is a reject tray. */
    public static final SettingField REJECT = SettingField.optional(
                    "reject",
                    SettingField.Kind.CHOICE,
                    "Reject tray",
                    "Whether bad cards go to a tray of their own.",
                    "")
            .withChoices("yes", "no");

    private AddressOptions() {}

    /** Returns the stations an operator named, or both as assumed. */
    public static Map<Station, Certainty> stations(Settings options) throws PrinterException {
        Map<Station, Certainty> stations = new EnumMap<>(Station.class);
        String named = options.get(STATIONS.key(), "");
        if (named.isEmpty()) {
            Arrays.stream(Station.values()).forEach(each -> stations.put(each, Certainty.ASSUMED));
            return stations;
        }
        for (String name : named.split(",")) {
            stations.put(choice(STATIONS.key(), name.strip(), Station.class), Certainty.OPERATOR_SET);
        }
        return stations;
    }

    /** Returns whether an operator said that there is a reject tray. */
    public static Known reject(Settings options) throws PrinterException {
        String said = options.get(REJECT.key(), "");
        return said.isEmpty() ? Known.UNKNOWN : choice(REJECT.key(), said, Known.class);
    }

    /** Returns the constant an option names in lower case with hyphens. */
    public static <E extends Enum<E>> E choice(String key, String value, Class<E> kind) throws PrinterException {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value))
                .findFirst()
                .orElseThrow(() -> PrinterException.of(PrinterProblem.BAD_OPTION, key, value));
    }
}
