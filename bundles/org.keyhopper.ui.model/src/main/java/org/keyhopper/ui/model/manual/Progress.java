package org.keyhopper.ui.model.manual;

import org.keyhopper.core.request.Tally;

/** How far the request is: the numbers and the same in words. */
public record Progress(Tally tally, String text) {}
