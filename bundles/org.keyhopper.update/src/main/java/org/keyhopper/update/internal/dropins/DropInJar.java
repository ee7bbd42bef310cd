package org.keyhopper.update.internal.dropins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.DropInProblem;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar as described by its manifest.
 *
 * @param content the bytes of the file, which are verified and installed: it is read once
 * @param path its path relative to the folder, with slashes
 */
record DropInJar(Path file, byte[] content, String path, String symbolicName, Version version, String name) {

    private static final int MAX_SIZE = 256 << 20;

    /** Reads the file once, or returns why it is not a bundle. */
    static Result read(Path file, String path) {
        try {
            byte[] content = content(file);
            Manifest manifest = manifest(content);
            String symbolicName = manifest == null ? null : value(manifest, Constants.BUNDLE_SYMBOLICNAME);
            if (symbolicName == null) {
                return Result.bad(nameless(path, Problem.of(DropInProblem.NOT_A_BUNDLE)));
            }
            String name =
                    Optional.ofNullable(value(manifest, Constants.BUNDLE_NAME)).orElse(path);
            Version version = Version.parseVersion(value(manifest, Constants.BUNDLE_VERSION));
            return Result.good(new DropInJar(file, content, path, symbolicName.split(";")[0].strip(), version, name));
        } catch (IOException | IllegalArgumentException e) {
            return Result.bad(nameless(path, Problem.of(DropInProblem.BROKEN).withDetail(e.toString())));
        }
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            if (content.length > MAX_SIZE) {
                throw new IOException("it has more than " + MAX_SIZE + " bytes");
            }
            return content;
        }
    }

    /** Returns null if there is none. */
    private static Manifest manifest(byte[] content) throws IOException {
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(content))) {
            ZipEntry entry = jar.getNextEntry();
            if (entry == null) {
                throw new IOException("it is not a JAR file");
            }
            for (; entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
                    return new Manifest(jar);
                }
            }
            return null;
        }
    }

    private static String value(Manifest manifest, String header) {
        Attributes attributes = manifest.getMainAttributes();
        return attributes.getValue(header);
    }

    private static DropIn nameless(String path, Problem problem) {
        return new DropIn(path, path, "", Optional.of(problem));
    }

    DropIn used() {
        return new DropIn(path, name, version.toString(), Optional.empty());
    }

    DropIn refused(Problem problem) {
        return new DropIn(path, name, version.toString(), Optional.of(problem));
    }

    /** Either the jar or the failure. */
    record Result(Optional<DropInJar> jar, Optional<DropIn> failure) {
        static Result good(DropInJar jar) {
            return new Result(Optional.of(jar), Optional.empty());
        }

        static Result bad(DropIn failure) {
            return new Result(Optional.empty(), Optional.of(failure));
        }
    }
}
