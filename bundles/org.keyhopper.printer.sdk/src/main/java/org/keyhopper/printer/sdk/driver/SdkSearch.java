package org.keyhopper.printer.sdk.driver;

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
import org.keyhopper.printer.sdk.protocol.Installation;

/**
 * Searches for a vendor's SDK: in the folder given by the address, else by the environment variable, else in the
 * installer's default folders. A given folder excludes all others.
 *
 * @param kit the vendor's name of the SDK
 * @param variable the environment variable for its folder
 * @param folders the installer's default folders
 * @param requirements what it must contain
 * @param environment the environment variables
 */
record SdkSearch(
        String kit,
        String variable,
        List<Path> folders,
        List<Requirement> requirements,
        Function<String, Optional<String>> environment) {

    /** The folder of the SDK. */
    static final SettingField FOLDER = SettingField.optional("sdk", SettingField.Kind.FILE, "");

    private static final int DEPTH = 5;

    /** Searches; fails with {@link PrinterProblem#SOFTWARE_MISSING} and what is missing where. Has no side effects. */
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
            // An invalid path does not exist.
            return List.of();
        }
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException e) {
            // An unreadable folder counts as empty.
            return List.of();
        }
    }
}
