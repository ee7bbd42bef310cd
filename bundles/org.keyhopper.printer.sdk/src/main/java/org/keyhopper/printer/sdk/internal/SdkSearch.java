package org.keyhopper.printer.sdk.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.settings.SettingField;

/**
 * Looks for a maker's kit: where the address says, else where the environment says, else where its installer puts it. A
 * place that was named is the only one that counts.
 *
 * @param kit what its maker calls it
 * @param variable the environment variable that may name its folder
 * @param folders where its installer puts it
 * @param requirements what it must contain
 * @param environment the variables
 */
record SdkSearch(
        String kit,
        String variable,
        List<Path> folders,
        List<Requirement> requirements,
        Function<String, Optional<String>> environment) {

    /** Where the kit is. */
    static final SettingField FOLDER = SettingField.optional(
            "sdk",
            SettingField.Kind.FILE,
            "Folder of the maker's development kit",
            "Leave empty to look where its installer puts it.",
            "");

    private static final int DEPTH = 5;

    /** Looks now; fails with {@link PrinterProblem#SOFTWARE_MISSING}, saying what is missing where. Changes nothing. */
    Answer<Installation> find(Optional<String> setting) {
        Optional<String> named = setting.or(() -> environment.apply(variable));
        List<Path> places = named.isPresent() ? path(named.get()) : folders;
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                Installation found = new Installation(place, filesIn(place));
                List<Requirement> missing = requirements.stream()
                        .filter(each -> !each.isIn(found.files()))
                        .toList();
                if (missing.isEmpty()) {
                    return Answer.done(found);
                }
                if (missing.size() < requirements.size() || named.isPresent()) {
                    return missing(labels(missing) + " in " + place);
                }
            }
        }
        return missing(labels(requirements) + " in "
                + named.orElseGet(() -> folders.stream().map(Path::toString).collect(Collectors.joining(", "))
                        + ", or in the folder that the environment variable " + variable + " names"));
    }

    private Answer<Installation> missing(String what) {
        return Answer.failed(Problem.of(PrinterProblem.SOFTWARE_MISSING, kit, what));
    }

    private static String labels(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::label).collect(Collectors.joining(" and "));
    }

    private static List<Path> path(String named) {
        try {
            return List.of(Path.of(named));
        } catch (InvalidPathException e) {
            // A folder that cannot be written down does not exist.
            return List.of();
        }
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be looked into has nothing to offer.
            return List.of();
        }
    }
}
