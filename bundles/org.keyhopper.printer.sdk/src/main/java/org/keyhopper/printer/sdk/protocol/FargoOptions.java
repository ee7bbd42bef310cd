package org.keyhopper.printer.sdk.protocol;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.printer.support.AddressOptions;

/**
 * The operator's settings for a queue.
 *
 * @param family how the printer indicates a card at the encoder
 * @param hopper the SDK's hopper number: 0 for the first that has cards
 * @param encoders the built-in encoders
 * @param rejects whether rejected cards go to a separate tray
 * @param networkReader a part of the name of the reader of an encoder on the network; empty for an encoder on USB
 */
public record FargoOptions(
        FargoFamily family,
        int hopper,
        Map<Encoder, Certainty> encoders,
        TriState rejects,
        Optional<String> networkReader) {

    public static final SettingField FAMILY =
            SettingField.optional("family", SettingField.Kind.CHOICE, "").withChoices("dtc", "hdp", "ink");

    public static final SettingField HOPPER =
            SettingField.optional("hopper", SettingField.Kind.CHOICE, "0").withChoices("0", "1", "2", "3");

    /** Unproven: the SDK has the constant, but no known program moves a card there. */
    public static final SettingField REJECT =
            SettingField.optional("reject", SettingField.Kind.CHOICE, "no").withChoices("yes", "no");

    /** Off by default: the control codes that it causes are sent to no reader that the operator has not named. */
    public static final SettingField NETWORK_READER =
            SettingField.optional("network-reader", SettingField.Kind.TEXT, "");

    public static FargoOptions read(PrinterAddress address) throws PrinterException {
        String hopper = address.options().get(HOPPER.key(), HOPPER.defaultValue());
        if (!HOPPER.choices().contains(hopper)) {
            throw PrinterException.of(PrinterProblem.BAD_OPTION, HOPPER.key(), hopper);
        }
        return new FargoOptions(
                family(address),
                Integer.parseInt(hopper),
                AddressOptions.encoders(address.options()),
                AddressOptions.choice(
                        REJECT.key(), address.options().get(REJECT.key(), REJECT.defaultValue()), TriState.class),
                address.options().get(NETWORK_READER.key()).filter(name -> !name.isBlank()));
    }

    private static FargoFamily family(PrinterAddress address) throws PrinterException {
        String named = address.options().get(FAMILY.key(), "");
        if (!named.isEmpty()) {
            return AddressOptions.choice(FAMILY.key(), named, FargoFamily.class);
        }
        return FargoFamily.of(address.location())
                .orElseThrow(() -> PrinterException.of(PrinterProblem.BAD_OPTION, FAMILY.key(), "")
                        .withDetail(address.location()));
    }
}
