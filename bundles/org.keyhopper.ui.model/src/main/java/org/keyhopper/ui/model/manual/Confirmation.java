package org.keyhopper.ui.model.manual;

import java.util.List;
import org.keyhopper.api.transport.LinkId;

/**
 * A confirmation of a destructive action.
 *
 * @param device the affected device; the confirmation is valid for no other
 * @param losses what would be lost, one line each
 * @param confirm the label of the confirming button; the other button, and Enter, cancel
 */
public record Confirmation(
        LinkId device, String question, List<String> losses, String remark, String confirm, String cancel) {
    public Confirmation {
        losses = List.copyOf(losses);
    }
}
