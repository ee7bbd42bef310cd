package org.keyhopper.printer.entrust.protocol;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.printer.support.AddressOptions;
import org.keyhopper.printer.support.HostPort;

/** The operator's settings for a queue. */
public record EntrustOptions(
        Map<Encoder, Certainty> encoders, TriState rejectTray, String hopper, Side side, Optional<HostPort> bridge) {

    public static final SettingField HOPPER = SettingField.optional("hopper", SettingField.Kind.CHOICE, "1")
            .withChoices("1", "2", "3", "4", "5", "6", "exception");

    public static final SettingField SIDE =
            SettingField.optional("side", SettingField.Kind.CHOICE, "front").withChoices("front", "back");

    public static final SettingField BRIDGE = SettingField.optional("bridge", SettingField.Kind.TEXT, "");

    private static final Map<String, Boolean> LOOPBACK = Map.of("127.0.0.1", true, "localhost", true, "::1", true);

    /** The side of the card that has the chip. */
    public enum Side {
        FRONT,
        BACK
    }

    public static EntrustOptions read(Settings options) throws PrinterException {
        String hopper = value(options, HOPPER);
        if (!HOPPER.choices().contains(hopper)) {
            throw PrinterException.of(PrinterProblem.BAD_OPTION, HOPPER.key(), hopper);
        }
        return new EntrustOptions(
                new EnumMap<>(AddressOptions.encoders(options)),
                AddressOptions.reject(options),
                hopper,
                AddressOptions.choice(SIDE.key(), value(options, SIDE), Side.class),
                bridge(options));
    }

    private static Optional<HostPort> bridge(Settings options) throws PrinterException {
        Optional<String> text = options.get(BRIDGE.key());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(HostPort.parse(text.get())
                .filter(program -> LOOPBACK.containsKey(program.host()))
                .orElseThrow(() -> PrinterException.of(PrinterProblem.BAD_OPTION, BRIDGE.key(), text.get())));
    }

    private static String value(Settings options, SettingField field) {
        return options.get(field.key(), field.defaultValue());
    }
}
