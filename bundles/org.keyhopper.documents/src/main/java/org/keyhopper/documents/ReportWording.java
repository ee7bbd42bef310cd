package org.keyhopper.documents;

import java.util.function.Function;
import org.keyhopper.api.diagnostic.Problem;

/**
 * Supplies the texts for problems in a report.
 *
 * @param reason returns what went wrong and why, as a sentence
 * @param action returns the remedy
 */
public record ReportWording(Function<Problem, String> reason, Function<Problem, String> action) {}
