package org.keyhopper.ui.model.automatic;

import org.keyhopper.ui.model.manual.ActionButton.Weight;

/**
 * A button that affects the whole run.
 *
 * @param label with the mnemonic marked by {@code &}
 * @param hint the shortcut key; may be empty
 */
public record AutomaticButton(AutomaticAction action, String label, String hint, Weight weight) {}
