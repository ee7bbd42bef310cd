package org.keyhopper.ui.model.manual;

/**
 * A button.
 *
 * @param label with the mnemonic marked by {@code &}
 * @param hint the shortcut key or a short explanation; may be empty
 */
public record ActionButton(ManualAction action, String label, String hint, Weight weight) {

    /** The emphasis of a button. */
    public enum Weight {
        /** The default button, also triggered by Enter. */
        DEFAULT,
        PLAIN,
        /** Deletes something, and therefore asks for confirmation. */
        DANGEROUS
    }
}
