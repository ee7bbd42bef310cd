package org.keyhopper.ui.model.preferences;

import java.util.List;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;

/**
 * What the operator has chosen.
 *
 * @param textSize in percent of the system's text
 * @param sounds whether the end of a ceremony is heard
 * @param updateSite the update site that is offered first; empty for that of the product
 * @param printers what new printers are set to
 */
public record Preferences(
        Appearance appearance,
        Language language,
        int textSize,
        boolean sounds,
        String updateSite,
        PrinterDefaults printers) {

    /** The text sizes that are offered. */
    public static final List<Integer> TEXT_SIZES = List.of(100, 125, 150, 175, 200);

    /** The preferences of a new installation. */
    public static final Preferences DEFAULT =
            new Preferences(Appearance.SYSTEM, Language.SYSTEM, 100, true, "", PrinterDefaults.USUAL);

    /** The colours of the window. */
    public enum Appearance {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** The language of the window. */
    public enum Language {
        SYSTEM(""),
        ENGLISH("en"),
        GERMAN("de");

        private final String code;

        Language(String code) {
            this.code = code;
        }

        /** Returns its ISO 639 code; empty for the system's language. */
        public String code() {
            return code;
        }
    }

    /**
     * What new printers are set to.
     *
     * @param provisioned what is done with a card that is already assigned
     */
    public record PrinterDefaults(Encoder encoder, OnProvisioned provisioned) {
        public static final PrinterDefaults USUAL = new PrinterDefaults(Encoder.CONTACT, OnProvisioned.REJECT);
    }
}
