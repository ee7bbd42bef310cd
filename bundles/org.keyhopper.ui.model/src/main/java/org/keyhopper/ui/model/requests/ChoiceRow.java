package org.keyhopper.ui.model.requests;

import org.keyhopper.ui.model.Tint;

/**
 * Somebody who may be taken into the request.
 *
 * @param id the directory's
 * @param chosen whether they are
 * @param remark what is to be known of them; empty when there is nothing
 */
public record ChoiceRow(String id, boolean chosen, String name, String user, String remark, Tint tint) {}
