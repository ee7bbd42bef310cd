package org.keyhopper.documents;

import java.util.List;

/**
 * What came of reading a file: all of it, or nothing.
 *
 * @param <T> what was read
 */
public sealed interface ReadResult<T> {

    /** It was read; the warnings say what was left aside. */
    record Good<T>(T value, List<String> warnings) implements ReadResult<T> {
        public Good {
            warnings = List.copyOf(warnings);
        }
    }

    /** It was refused, for all these reasons, in the order of the file. */
    record Bad<T>(List<DocumentFault> faults) implements ReadResult<T> {
        public Bad {
            faults = List.copyOf(faults);
        }
    }
}
