package org.keyhopper.ui.model.directories;

import java.util.Optional;

/**
 * One result of a connection test.
 *
 * @param problem empty on success
 * @param code of the problem, if there is one
 */
public record FindingRow(String subject, String problem, Optional<String> code) {
    public boolean isGood() {
        return problem.isEmpty();
    }
}
