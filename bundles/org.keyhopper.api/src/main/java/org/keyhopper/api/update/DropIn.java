package org.keyhopper.api.update;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * A file in the folder {@code dropins}.
 *
 * @param file its path relative to the folder
 * @param name the bundle's name; the path if it has none
 * @param version may be empty
 * @param problem why it is not used; empty if it is
 */
public record DropIn(String file, String name, String version, Optional<Problem> problem) {}
