package org.keyhopper.documents.internal;

import java.util.List;

/**
 * One row of a file, with surrounding white space removed from its values.
 *
 * @param line the line of its first character, starting at 1
 */
public record CsvRow(int line, List<String> values) {

    boolean isBlank() {
        return values.stream().allMatch(String::isEmpty);
    }
}
