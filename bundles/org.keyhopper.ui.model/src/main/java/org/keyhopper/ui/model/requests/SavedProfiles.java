package org.keyhopper.ui.model.requests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.ProfileJson;
import org.keyhopper.documents.ReadResult;

/**
 * The profiles that are saved under names, each a JSON file of one folder, as the command line takes it. Blocking; any
 * thread. Failures of the disk are {@link StoreException}.
 */
public final class SavedProfiles {

    private static final String SUFFIX = ".json";

    /** What every file system accepts as the name of a file. */
    private static final Pattern NAME = Pattern.compile("[^\\\\/:*?\"<>|\\p{Cntrl}.][^\\\\/:*?\"<>|\\p{Cntrl}]{0,59}");

    private final Path folder;

    /** A file of the folder; one with a fault is listed too, so that it can be corrected. */
    public record Saved(String name, ReadResult<Profile> profile) {}

    /** @param folder may not exist yet */
    public SavedProfiles(Path folder) {
        this.folder = folder;
    }

    /** Returns whether a profile can have this name: up to 60 characters that can be in the name of a file. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.endsWith(".") && !name.isBlank();
    }

    /** Returns the profiles in alphabetical order. */
    public List<Saved> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .map(SavedProfiles::read)
                    .sorted(Comparator.comparing(Saved::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static Saved read(Path file) {
        String name = file.getFileName().toString();
        return new Saved(name.substring(0, name.length() - SUFFIX.length()), content(file));
    }

    private static ReadResult<Profile> content(Path file) {
        try {
            return ProfileJson.read(Files.readString(file));
        } catch (IOException e) {
            return new ReadResult.Failure<>(List.of(new DocumentFault(0, "", e.toString())));
        }
    }

    /** Saves a profile; replaces the one of the same name. */
    public void save(String name, Profile profile) {
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "profile", ".tmp");
            Files.writeString(written, ProfileJson.write(profile));
            Files.move(written, file(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Removes a profile. Requests keep theirs. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Path file(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a profile: " + name);
        }
        return folder.resolve(name + SUFFIX);
    }

    private static StoreException failure(IOException e) {
        return new StoreException(e.toString(), e);
    }
}
