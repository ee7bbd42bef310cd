package org.keyhopper.ui.model.directories;

import java.util.List;
import org.keyhopper.api.settings.SettingField;

/**
 * One row of the form.
 *
 * @param help one sentence below the field; empty if there is none
 * @param choices the labels of the field's choices, in their order
 * @param value entered or stored; always empty for a secret
 * @param kept whether a secret is stored, so that the field may be left empty
 * @param fault what is wrong with it; empty when valid
 */
public record FieldRow(
        SettingField field, String label, String help, List<String> choices, String value, boolean kept, String fault) {
    public FieldRow {
        choices = List.copyOf(choices);
    }
}
