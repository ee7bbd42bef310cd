package org.keyhopper.documents.internal;

import java.util.List;

/**
 * One row of a file, values stripped of blanks around them.
 *
 * @param line the line on which it begins, counted from 1
 */
public record CsvRow(int line, List<String> values) {

    boolean isBlank() {
        return values.stream().allMatch(String::isEmpty);
    }
}
