package org.keyhopper.store.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.metadata.MetadataFile;
import org.keyhopper.core.request.StoreException;

/**
 * The metadata as a file beside the database, since it is public and has some megabytes: a line with the base64
 * certificate of the trust anchor, empty for that of the FIDO Alliance, and the highest edition of each root, followed by
 * the unchanged BLOB. Replaced atomically.
 */
public final class MetadataFolder implements MetadataArchive {

    private final Path folder;

    public MetadataFolder(StoreContext station) {
        folder = station.folder();
    }

    @Override
    public String version() {
        try {
            BasicFileAttributes file = Files.readAttributes(kept(), BasicFileAttributes.class);
            return file.lastModifiedTime() + " " + file.size() + " " + file.fileKey();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new StoreException("The metadata of models cannot be read: " + kept(), e);
        }
    }

    @Override
    public Optional<MetadataFile> load() {
        try {
            return Files.exists(kept()) ? Optional.of(parse(Files.readAllBytes(kept()))) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException("The metadata of models cannot be read: " + kept(), e);
        }
    }

    @Override
    public void save(MetadataFile file) {
        PrivateFiles.folder(folder);
        try {
            Path next = Files.createTempFile(folder, "metadata", ".new");
            Files.write(next, format(file));
            Files.move(next, kept(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException("The metadata of models cannot be kept: " + kept(), e);
        }
    }

    private Path kept() {
        return folder.resolve("metadata");
    }

    private static byte[] format(MetadataFile file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        StringBuilder line = new StringBuilder();
        line.append(Base64.getEncoder().encodeToString(file.root().orElse(new byte[0])));
        new TreeMap<>(file.editions())
                .forEach((root, edition) ->
                        line.append(' ').append(root).append('=').append(edition));
        all.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(file.signed());
        return all.toByteArray();
    }

    /** Throws IllegalArgumentException if the first line is not base64. */
    private static MetadataFile parse(byte[] all) {
        int end = 0;
        while (end < all.length && all[end] != '\n') {
            end++;
        }
        String[] words = new String(all, 0, end, StandardCharsets.US_ASCII).split(" ");
        byte[] root = Base64.getDecoder().decode(words[0]);
        Map<String, Integer> editions = new HashMap<>();
        for (String word : List.of(words).subList(1, words.length)) {
            int at = word.indexOf('=');
            editions.put(word.substring(0, Math.max(0, at)), Integer.valueOf(word.substring(at + 1)));
        }
        byte[] signed = Arrays.copyOfRange(all, Math.min(end + 1, all.length), all.length);
        return new MetadataFile(signed, Optional.of(root).filter(it -> it.length > 0), editions);
    }
}
