package org.keyhopper.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralBackup.Contents;

/** A backup as a ZIP file: {@code backup.json}, and files with their SHA-256 in it. Never holds a key. */
final class BackupArchive {

    private static final String MANIFEST = "backup.json";
    private static final String FORMAT = "1";
    private static final String HASH = "sha256:";

    private BackupArchive() {}

    /** Writes the archive; it has its name only when it is complete. */
    static void write(Path target, Contents contents, Map<String, Path> files) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PrivateFiles.rights(part, "rw-------"));
        PrivateFiles.keepFromOthers(part);
        Map<String, String> manifest = manifest(contents);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                MessageDigest digest = sha256();
                Files.copy(file.getValue(), new DigestOutputStream(zip, digest));
                zip.closeEntry();
                manifest.put(HASH + file.getKey(), HexFormat.of().formatHex(digest.digest()));
            }
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(Json.of(manifest).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        PrivateFiles.flush(part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, String> manifest(Contents contents) {
        Map<String, String> manifest = new LinkedHashMap<>();
        manifest.put("format", FORMAT);
        manifest.put("made", contents.made().toString());
        manifest.put("program", contents.program());
        manifest.put("database", contents.database());
        manifest.put("dataVersion", Integer.toString(contents.dataVersion()));
        manifest.put("lastAuditEntry", Long.toString(contents.lastAuditEntry()));
        return manifest;
    }

    /** Returns what the archive says of itself. */
    static Contents contents(Path archive) throws IOException {
        Map<String, String> manifest = read(archive);
        return new Contents(
                Instant.parse(manifest.get("made")),
                manifest.get("program"),
                manifest.get("database"),
                Integer.parseInt(manifest.get("dataVersion")),
                Long.parseLong(manifest.get("lastAuditEntry")));
    }

    private static Map<String, String> read(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(MANIFEST);
            if (entry == null) {
                throw new StoreException("This is no backup of Keyhopper Central: " + archive);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Map<String, String> manifest =
                        Json.map(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                if (!FORMAT.equals(manifest.get("format"))) {
                    throw new StoreException("The backup was made by a newer Keyhopper: " + archive);
                }
                return manifest;
            }
        }
    }

    /** Writes one file of the archive to a new place, and refuses it unless it is as it was stored. */
    static void extract(Path archive, String name, Path target) throws IOException {
        String expected = read(archive).get(HASH + name);
        MessageDigest digest = sha256();
        PrivateFiles.touch(target);
        try (ZipFile zip = new ZipFile(archive.toFile());
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null || expected == null) {
                throw new StoreException("The backup has no " + name + ": " + archive);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                in.transferTo(out);
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(expected)) {
            throw new StoreException("The backup is damaged: " + archive + ". Nothing was changed.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
