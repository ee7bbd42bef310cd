package org.keyhopper.ui.model.check;

/**
 * A person about whom the operator decides.
 *
 * @param position in the request
 * @param reason what was found
 * @param detail what that means
 * @param excluded whether they are left out of the run
 */
public record CheckRow(int position, String name, String user, String reason, String detail, boolean excluded) {}
