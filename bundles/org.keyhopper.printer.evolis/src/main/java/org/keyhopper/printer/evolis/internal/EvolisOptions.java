package org.keyhopper.printer.evolis.internal;

import java.util.Map;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Known;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.printer.support.AddressOptions;

/** What an operator has to say about a printer of this family. */
record EvolisOptions(Map<Station, Certainty> stations, Known rejectTray, RejectBox rejectBox, PresenceReply presence) {

    static final SettingField REJECT_BOX = SettingField.optional(
                    "reject-box",
                    SettingField.Kind.CHOICE,
                    "Place of the reject box",
                    "Below the output hopper, or below the card feeder.",
                    "output")
            .withChoices("output", "feeder");

    static final SettingField PRESENCE = SettingField.optional(
                    "presence",
                    SettingField.Kind.CHOICE,
                    "Answer of an empty printer",
                    "Sources disagree about the printer's answer when no card is inside. Left at \"off\" it is not"
                            + " asked; try on your model before changing it.",
                    "off")
            .withChoices("off", "no-card", "ok");

    /** Where the reject box is. */
    enum RejectBox {
        OUTPUT("Ser"),
        FEEDER("Seb");

        private final String command;

        RejectBox(String command) {
            this.command = command;
        }

        String command() {
            return command;
        }
    }

    /** What the printer answers to {@code Rlr;p} when no card is inside. */
    enum PresenceReply {
        OFF,
        NO_CARD,
        OK
    }

    static EvolisOptions read(Settings options) throws PrinterException {
        return new EvolisOptions(
                AddressOptions.stations(options),
                AddressOptions.reject(options),
                AddressOptions.choice(REJECT_BOX.key(), value(options, REJECT_BOX), RejectBox.class),
                AddressOptions.choice(PRESENCE.key(), value(options, PRESENCE), PresenceReply.class));
    }

    private static String value(Settings options, SettingField field) {
        return options.get(field.key(), field.defaultValue());
    }
}
