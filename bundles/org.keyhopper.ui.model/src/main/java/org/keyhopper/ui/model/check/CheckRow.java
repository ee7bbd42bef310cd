package org.keyhopper.ui.model.check;

/**
 * A recipient whose inclusion the operator decides.
 *
 * @param position in the request
 * @param reason the finding
 * @param detail its consequence
 * @param problem the code of what was found
 * @param excluded whether the recipient is excluded from the run
 */
public record CheckRow(
        int position, String name, String user, String reason, String detail, String problem, boolean excluded) {}
