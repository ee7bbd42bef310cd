package org.keyhopper.api.update;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * A file in the folder {@code dropins}.
 *
 * @param file its path in the folder
 * @param name what it calls itself; the path when it does not
 * @param version may be empty
 * @param problem why it is not used; empty when it is
 */
public record DropIn(String file, String name, String version, Optional<Problem> problem) {}
