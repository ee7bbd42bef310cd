package org.keyhopper.ui.model.manual;

import java.util.List;
import org.keyhopper.api.transport.LinkId;

/**
 * A question asked once more before something is lost.
 *
 * @param device the one it is about; a yes holds for no other
 * @param losses what would be lost, one line each
 * @param confirm the word on the button that does it; the other button, and Enter, cancel
 */
public record Confirmation(
        LinkId device, String question, List<String> losses, String remark, String confirm, String cancel) {
    public Confirmation {
        losses = List.copyOf(losses);
    }
}
