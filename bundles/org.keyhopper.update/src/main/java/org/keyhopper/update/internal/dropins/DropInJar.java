package org.keyhopper.update.internal.dropins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.DropInProblem;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar as described by its manifest.
 *
 * @param path its path relative to the folder, with slashes
 */
record DropInJar(Path file, String path, String symbolicName, Version version, String name) {

    /** Reads the manifest, or returns why it is not a bundle. */
    static Result read(Path file, String path) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String symbolicName = manifest == null ? null : value(manifest, Constants.BUNDLE_SYMBOLICNAME);
            if (symbolicName == null) {
                return Result.bad(nameless(path, Problem.of(DropInProblem.NOT_A_BUNDLE)));
            }
            String name =
                    Optional.ofNullable(value(manifest, Constants.BUNDLE_NAME)).orElse(path);
            Version version = Version.parseVersion(value(manifest, Constants.BUNDLE_VERSION));
            return Result.good(new DropInJar(file, path, symbolicName.split(";")[0].strip(), version, name));
        } catch (IOException | IllegalArgumentException e) {
            return Result.bad(nameless(path, Problem.of(DropInProblem.BROKEN).withDetail(e.toString())));
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
