package org.keyhopper.ui.model.manual;

import org.keyhopper.api.transport.LinkId;

/**
 * One of several connected devices to choose from.
 *
 * @param name the product
 * @param detail serial number, and the reader of a card
 * @param blink the label of the button that makes it blink
 * @param use the label of the button that selects it
 */
public record CandidateRow(LinkId device, String name, String detail, String blink, String use) {}
