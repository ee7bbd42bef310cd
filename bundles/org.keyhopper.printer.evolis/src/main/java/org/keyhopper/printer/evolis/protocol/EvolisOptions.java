package org.keyhopper.printer.evolis.protocol;

import java.util.Map;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.printer.support.AddressOptions;

/** The operator's settings for a printer of this family. */
public record EvolisOptions(
        Map<Encoder, Certainty> encoders,
        TriState rejectTray,
        RejectBox rejectBox,
        PresenceReply presence,
        String pipe) {

    public static final SettingField REJECT_BOX = SettingField.optional(
                    "reject-box", SettingField.Kind.CHOICE, "output")
            .withChoices("output", "feeder");

    public static final SettingField PRESENCE = SettingField.optional("presence", SettingField.Kind.CHOICE, "auto")
            .withChoices("auto", "off", "no-card", "ok");

    public static final SettingField PIPE =
            SettingField.optional("pipe", SettingField.Kind.TEXT, ServiceClient.DEFAULT_PIPE);

    /** The location of the reject box. */
    public enum RejectBox {
        OUTPUT("Ser"),
        FEEDER("Seb");

        private final String command;

        RejectBox(String command) {
            this.command = command;
        }

        public String command() {
            return command;
        }
    }

    /** Whether {@code Rlr;p} is sent. The replies of all firmware versions are understood. */
    enum PresenceReply {
        AUTO,
        OFF,
        /** Used in old addresses, from before the replies of current firmware were known. */
        NO_CARD,
        /** As {@link #NO_CARD}. */
        OK
    }

    public static EvolisOptions read(Settings options) throws PrinterException {
        return new EvolisOptions(
                AddressOptions.encoders(options),
                AddressOptions.reject(options),
                AddressOptions.choice(REJECT_BOX.key(), value(options, REJECT_BOX), RejectBox.class),
                AddressOptions.choice(PRESENCE.key(), value(options, PRESENCE), PresenceReply.class),
                value(options, PIPE));
    }

    private static String value(Settings options, SettingField field) {
        return options.get(field.key(), field.defaultValue());
    }
}
