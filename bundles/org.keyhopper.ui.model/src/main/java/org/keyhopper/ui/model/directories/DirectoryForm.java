package org.keyhopper.ui.model.directories;

import java.util.List;

/**
 * The settings of one directory.
 *
 * @param isNew whether name and kind can still be chosen
 * @param fault what is wrong with the settings as a whole; empty when they can be saved
 * @param testing whether a connection test is in progress
 * @param findings of the last connection test
 */
public record DirectoryForm(
        boolean isNew,
        String name,
        String type,
        List<FieldRow> fields,
        String fault,
        boolean testing,
        List<FindingRow> findings) {
    public DirectoryForm {
        fields = List.copyOf(fields);
        findings = List.copyOf(findings);
    }
}
