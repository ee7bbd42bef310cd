package org.keyhopper.printer.support;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;

/** Options common to most drivers, for properties that a printer does not report. */
public final class AddressOptions {

    /** The built-in encoders. */
    public static final SettingField ENCODERS = SettingField.optional("encoders", SettingField.Kind.CHOICE, "")
            .withChoices("contact", "contactless", "contact,contactless");

    /** Whether there is a reject tray. */
    public static final SettingField REJECT =
            SettingField.optional("reject", SettingField.Kind.CHOICE, "").withChoices("yes", "no");

    private AddressOptions() {}

    /** Returns the encoders named by the operator, or both as assumed. */
    public static Map<Encoder, Certainty> encoders(Settings options) throws PrinterException {
        Map<Encoder, Certainty> encoders = new EnumMap<>(Encoder.class);
        String named = options.get(ENCODERS.key(), "");
        if (named.isEmpty()) {
            Arrays.stream(Encoder.values()).forEach(each -> encoders.put(each, Certainty.ASSUMED));
            return encoders;
        }
        for (String name : named.split(",")) {
            encoders.put(choice(ENCODERS.key(), name.strip(), Encoder.class), Certainty.OPERATOR_SET);
        }
        return encoders;
    }

    /** Returns whether the operator declared a reject tray. */
    public static TriState reject(Settings options) throws PrinterException {
        String said = options.get(REJECT.key(), "");
        return said.isEmpty() ? TriState.UNKNOWN : choice(REJECT.key(), said, TriState.class);
    }

    /** Returns the enum constant that an option names in lower case with hyphens. */
    public static <E extends Enum<E>> E choice(String key, String value, Class<E> kind) throws PrinterException {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value))
                .findFirst()
                .orElseThrow(() -> PrinterException.of(PrinterProblem.BAD_OPTION, key, value));
    }
}
