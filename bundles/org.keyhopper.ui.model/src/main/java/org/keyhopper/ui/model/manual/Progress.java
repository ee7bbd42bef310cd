package org.keyhopper.ui.model.manual;

import org.keyhopper.core.request.Tally;

/** The progress of the request, in numbers and in words. */
public record Progress(Tally tally, String text) {}
