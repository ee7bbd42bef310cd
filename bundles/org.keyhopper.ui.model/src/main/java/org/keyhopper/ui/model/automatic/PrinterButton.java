package org.keyhopper.ui.model.automatic;

import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.ui.model.manual.ActionButton.Weight;

/**
 * A button for one printer.
 *
 * @param label with the mnemonic marked by {@code &}
 * @param hint the shortcut key; may be empty
 * @param question the question of the printer that it answers
 */
public record PrinterButton(PrinterChoice choice, String label, String hint, Weight weight, int question) {}
