package org.keyhopper.rehearsal.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The table of requests per person in the administrator's documents. */
public final class DocumentedRequests {

    private static final Path PAGE = Path.of("..", "org.keyhopper.help", "src/main/resources/help/en/directories.md");

    private DocumentedRequests() {}

    /** Returns the steps of a directory in their order. Fails if their sum is not the one in the last column. */
    public static List<Integer> of(String directory) {
        try {
            List<Integer> numbers = Files.readAllLines(PAGE).stream()
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .filter(cells -> cells.length == 8 && cells[1].equals(directory))
                    .flatMap(cells -> Arrays.stream(cells).skip(2))
                    .map(cell -> Integer.valueOf(cell.replaceFirst("^(\\d+).*", "$1")))
                    .toList();
            List<Integer> steps = numbers.subList(0, numbers.size() - 1);
            if (steps.stream().mapToInt(Integer::intValue).sum() != numbers.getLast()) {
                throw new AssertionError("the sum of " + directory + " is wrong: " + numbers);
            }
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
