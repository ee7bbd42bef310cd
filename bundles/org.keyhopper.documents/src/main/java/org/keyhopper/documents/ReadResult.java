package org.keyhopper.documents;

import java.util.List;

/**
 * The result of reading a file: the complete value or nothing.
 *
 * @param <T> the type of the value
 */
public sealed interface ReadResult<T> {

    /** The file was read; the warnings name what was ignored. */
    record Success<T>(T value, List<String> warnings) implements ReadResult<T> {
        public Success {
            warnings = List.copyOf(warnings);
        }
    }

    /** The file was rejected, with all faults in the order of the file. */
    record Failure<T>(List<DocumentFault> faults) implements ReadResult<T> {
        public Failure {
            faults = List.copyOf(faults);
        }
    }
}
