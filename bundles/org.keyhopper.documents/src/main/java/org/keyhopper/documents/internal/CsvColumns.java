package org.keyhopper.documents.internal;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Maps columns to their indexes according to the header row. */
public final class CsvColumns {

    private final Map<RecipientColumn, Integer> indexes;
    private final int count;

    private CsvColumns(Map<RecipientColumn, Integer> indexes, int count) {
        this.indexes = indexes;
        this.count = count;
    }

    /**
     * Adds a warning for each ignored column.
     *
     * @param mapping the header of the column to use, by the title of ours; one that is not named is recognised by its header
     */
    public static CsvColumns of(CsvRow header, Map<String, String> mapping, List<String> warnings)
            throws DocumentFaultException {
        Map<RecipientColumn, Integer> indexes = new EnumMap<>(RecipientColumn.class);
        for (RecipientColumn column : RecipientColumn.values()) {
            String mapped = mapping.get(column.title());
            List<Integer> found = mapped == null ? column.indexesIn(header.values()) : indexesOf(mapped, header);
            if (found.size() > 1) {
                throw new DocumentFaultException(
                        header.line(), header.values().get(found.get(1)), "There are two columns with this name.");
            }
            found.stream().findFirst().ifPresent(index -> indexes.put(column, index));
        }
        for (int i = 0; i < header.values().size(); i++) {
            String name = header.values().get(i);
            if (!indexes.containsValue(i)) {
                warnings.add("The column "
                        + (name.isEmpty() ? "no. " + (i + 1) + ", which has no name," : "\"" + name + "\"")
                        + " is not used.");
            }
        }
        if (!indexes.containsKey(RecipientColumn.USER)) {
            throw withoutUser(header);
        }
        return new CsvColumns(indexes, header.values().size());
    }

    /** An empty name stands for no column. */
    private static List<Integer> indexesOf(String name, CsvRow header) {
        return name.isEmpty()
                ? List.of()
                : IntStream.range(0, header.values().size())
                        .filter(index -> header.values().get(index).equals(name))
                        .boxed()
                        .toList();
    }

    /** Returns the header of each of our columns that is present. */
    public Map<String, String> headers(CsvRow header) {
        Map<String, String> headers = new LinkedHashMap<>();
        indexes.forEach(
                (column, index) -> headers.put(column.title(), header.values().get(index)));
        return headers;
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
        return new DocumentFaultException(
                header.line(),
                "user",
                "The column \"user\" is missing. The first row must name the columns, one of them \"user\"; it has: "
                        + names + ".");
    }
}
