package org.keyhopper.ui.model.requests;

import org.keyhopper.ui.model.Tint;

/**
 * A person who can be added to the request.
 *
 * @param id assigned by the directory
 * @param chosen whether the person is included
 * @param remark a note about the person; may be empty
 */
public record ChoiceRow(String id, boolean chosen, String name, String user, String remark, Tint tint) {}
