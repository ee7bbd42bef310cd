package org.keyhopper.central.portal.internal.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder whose files can be downloaded. A file is found by its name in the list of the folder and never by a path, so no
 * other file can be named. Links, folders, hidden files and names with unusual characters are left out. Thread-safe.
 */
public final class DownloadFolder {

    static final String CHECKSUMS = "SHA256SUMS";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,200}");
    private static final Pattern SUM = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

    private final Optional<Path> folder;
    private final Map<Version, String> sums = new ConcurrentHashMap<>();

    /** Creates it; without a folder there is nothing to download. */
    public DownloadFolder(Optional<Path> folder) {
        this.folder = folder;
    }

    /** A file as it was when its checksum was computed. */
    private record Version(String name, long size, FileTime changed) {}

    /** Returns the files, by kind and name. The checksum of a new one is computed, which takes a second for 500 MB. */
    public List<DownloadFile> list() throws IOException {
        Map<String, String> listed = checksums();
        List<DownloadFile> files = new ArrayList<>();
        for (Path path : paths()) {
            String name = path.getFileName().toString();
            String sum = checksum(path);
            boolean damaged = !listed.getOrDefault(name, sum).equals(sum);
            files.add(new DownloadFile(name, DownloadFile.Kind.of(name), Files.size(path), sum, damaged));
        }
        files.sort(Comparator.comparing(DownloadFile::kind).thenComparing(DownloadFile::name));
        return files;
    }

    /** Opens a file of the list; empty if it is gone. The caller closes the stream. */
    public Optional<InputStream> open(DownloadFile wanted) throws IOException {
        for (Path path : paths()) {
            if (path.getFileName().toString().equals(wanted.name())) {
                return Optional.of(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS));
            }
        }
        return Optional.empty();
    }

    /** Returns an undamaged file of the list. */
    public Optional<DownloadFile> find(String name) throws IOException {
        return list().stream()
                .filter(file -> file.name().equals(name) && !file.damaged())
                .findFirst();
    }

    private List<Path> paths() throws IOException {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder.get())) {
            return all.filter(
                            path -> NAME.matcher(path.getFileName().toString()).matches())
                    .filter(path -> !path.getFileName().toString().equals(CHECKSUMS))
                    .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    /** Returns the checksums of the list beside the packages, by name. */
    private Map<String, String> checksums() throws IOException {
        Map<String, String> listed = new HashMap<>();
        Path file = folder.map(it -> it.resolve(CHECKSUMS)).orElse(null);
        if (file != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Matcher sum = SUM.matcher(line);
                if (sum.matches()) {
                    listed.put(sum.group(2), sum.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        return listed;
    }

    private String checksum(Path path) throws IOException {
        Version version = new Version(path.getFileName().toString(), Files.size(path), Files.getLastModifiedTime(path));
        String known = sums.get(version);
        if (known != null) {
            return known;
        }
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            String sum = HexFormat.of().formatHex(in.getMessageDigest().digest());
            sums.put(version, sum);
            return sum;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
