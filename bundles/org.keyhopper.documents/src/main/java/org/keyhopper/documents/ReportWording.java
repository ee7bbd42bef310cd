package org.keyhopper.documents;

import java.util.function.Function;
import org.keyhopper.api.diagnostic.Problem;

/**
 * The words a report uses for problems; they live elsewhere.
 *
 * @param reason says in a sentence what went wrong and why
 * @param action says what to do now
 */
public record ReportWording(Function<Problem, String> reason, Function<Problem, String> action) {}
