package org.keyhopper.central.portal;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The p2 site from which stations update: the folder {@code updates} of the downloads. A path is a sequence of plain names,
 * none of which is a link, so no file outside of the folder can be named. Thread-safe.
 */
public final class UpdateSite {

    /** The path under which the server has it. */
    public static final String PATH = "/updates/";

    private static final String FOLDER = "updates";
    private static final String LIST = "SHA256SUMS";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,200}");
    private static final int DEEPEST = 5;

    private final Optional<Path> folder;

    /** Creates the site in the folder of the downloads; without one there is no site. */
    public UpdateSite(Optional<Path> downloads) {
        folder = Objects.requireNonNull(downloads).map(it -> it.resolve(FOLDER));
    }

    /** Returns whether there is a site. */
    public boolean isPresent() {
        return find(LIST).isPresent();
    }

    /** Returns the file with this path below the site. */
    public Optional<Path> find(String path) {
        String[] names = path.split("/", -1);
        if (folder.isEmpty() || names.length > DEEPEST) {
            return Optional.empty();
        }
        Path file = folder.get();
        for (String name : names) {
            if (!NAME.matcher(name).matches() || !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            file = file.resolve(name);
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(file) : Optional.empty();
    }
}
