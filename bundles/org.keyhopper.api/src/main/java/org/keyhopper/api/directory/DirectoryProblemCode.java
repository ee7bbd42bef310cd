package org.keyhopper.api.directory;

import org.keyhopper.api.diagnostic.ProblemCode;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A code for one kind of directory failure. {@link DirectoryProblem} holds those common to all directories; a connector
 * adds an enum for what an operator has to distinguish besides.
 */
@ConsumerType
public interface DirectoryProblemCode extends ProblemCode {

    /**
     * Returns whether the problem concerns the whole directory, so that every recipient would fail in turn. It ends the
     * run, and the remaining recipients stay pending.
     */
    default boolean isDirectoryWide() {
        return false;
    }
}
