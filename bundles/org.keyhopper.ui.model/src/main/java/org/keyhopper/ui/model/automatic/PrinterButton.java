package org.keyhopper.ui.model.automatic;

import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.ui.model.manual.ActionButton.Weight;

/**
 * A button for one printer.
 *
 * @param label with the mnemonic marked by {@code &}
 * @param hint the key that does the same; may be empty
 * @param question which question of the printer it answers
 */
public record PrinterButton(PrinterChoice choice, String label, String hint, Weight weight, int question) {}
