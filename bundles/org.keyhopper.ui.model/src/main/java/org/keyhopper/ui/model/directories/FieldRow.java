package org.keyhopper.ui.model.directories;

import org.keyhopper.api.settings.SettingField;

/**
 * One row of the form.
 *
 * @param value what was typed or kept; always empty for a secret
 * @param kept whether a secret is kept already, so that it may be left empty
 * @param fault what is wrong with it; empty when it is good
 */
public record FieldRow(SettingField field, String value, boolean kept, String fault) {}
