package org.keyhopper.ui.model.passkeys;

import java.util.List;

/**
 * The confirmation of a revocation.
 *
 * @param losses one line each
 */
public record Revocation(String passkeyId, String question, List<String> losses, String remark) {
    public Revocation {
        losses = List.copyOf(losses);
    }
}
