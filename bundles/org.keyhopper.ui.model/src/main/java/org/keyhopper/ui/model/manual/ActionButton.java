package org.keyhopper.ui.model.manual;

/**
 * A button.
 *
 * @param label with the mnemonic marked by {@code &}
 * @param hint the key that does the same, or a word of explanation; may be empty
 */
public record ActionButton(ManualAction action, String label, String hint, Weight weight) {

    /** How much a button draws the eye. */
    public enum Weight {
        /** The default button, also done by Enter. */
        DEFAULT,
        PLAIN,
        /** Something is lost by it, so it asks once more. */
        DANGEROUS
    }
}
