package org.keyhopper.documents.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps columns to their indexes according to the header row. */
public final class CsvColumns {

    private final Map<RecipientColumn, Integer> indexes;
    private final int count;

    private CsvColumns(Map<RecipientColumn, Integer> indexes, int count) {
        this.indexes = indexes;
        this.count = count;
    }

    /** Adds a warning for each ignored column. */
    public static CsvColumns of(CsvRow header, List<String> warnings) throws DocumentFaultException {
        Map<RecipientColumn, Integer> indexes = new EnumMap<>(RecipientColumn.class);
        for (int i = 0; i < header.values().size(); i++) {
            String name = header.values().get(i);
            Optional<RecipientColumn> column = RecipientColumn.named(name);
            if (column.isEmpty()) {
                warnings.add("The column "
                        + (name.isEmpty() ? "no. " + (i + 1) + ", which has no name," : "\"" + name + "\"")
                        + " is not used.");
            } else if (indexes.put(column.get(), i) != null) {
                throw new DocumentFaultException(header.line(), name, "There are two columns with this name.");
            }
        }
        if (!indexes.containsKey(RecipientColumn.USER)) {
            throw withoutUser(header);
        }
        return new CsvColumns(indexes, header.values().size());
    }

    int count() {
        return count;
    }

    String value(CsvRow row, RecipientColumn column) {
        Integer index = indexes.get(column);
        return index == null ? "" : row.values().get(index);
    }

    private static DocumentFaultException withoutUser(CsvRow header) {
        String names = String.join(", ", header.values());
        for (String separator : List.of(";", "\t")) {
            if (names.contains(separator)) {
                return new DocumentFaultException(
                        header.line(),
                        "",
                        "The columns are separated by " + (";".equals(separator) ? "semicolons" : "tabs")
                                + ". Keyhopper needs commas: save the file as CSV with commas between the columns.");
            }
        }
        return new DocumentFaultException(
                header.line(),
                "user",
                "The column \"user\" is missing. The first row must name the columns, one of them \"user\"; it has: "
                        + names + ".");
    }
}
