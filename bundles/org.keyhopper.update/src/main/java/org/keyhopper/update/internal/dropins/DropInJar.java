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
 * A jar as its manifest describes it.
 *
 * @param place its path in the folder, with slashes
 */
record DropInJar(Path file, String place, String symbolicName, Version version, String name) {

    /** Reads the manifest, or says why it is not a bundle. */
    static Result read(Path file, String place) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String symbolicName = manifest == null ? null : value(manifest, Constants.BUNDLE_SYMBOLICNAME);
            if (symbolicName == null) {
                return Result.bad(nameless(place, Problem.of(DropInProblem.NOT_A_BUNDLE)));
            }
            String name =
                    Optional.ofNullable(value(manifest, Constants.BUNDLE_NAME)).orElse(place);
            Version version = Version.parseVersion(value(manifest, Constants.BUNDLE_VERSION));
            return Result.good(new DropInJar(file, place, symbolicName.split(";")[0].strip(), version, name));
        } catch (IOException | IllegalArgumentException e) {
            return Result.bad(nameless(place, Problem.of(DropInProblem.BROKEN).withDetail(e.toString())));
        }
    }

    private static String value(Manifest manifest, String header) {
        Attributes attributes = manifest.getMainAttributes();
        return attributes.getValue(header);
    }

    private static DropIn nameless(String place, Problem problem) {
        return new DropIn(place, place, "", Optional.of(problem));
    }

    DropIn used() {
        return new DropIn(place, name, version.toString(), Optional.empty());
    }

    DropIn refused(Problem problem) {
        return new DropIn(place, name, version.toString(), Optional.of(problem));
    }

    /** One of both. */
    record Result(Optional<DropInJar> jar, Optional<DropIn> trouble) {
        static Result good(DropInJar jar) {
            return new Result(Optional.of(jar), Optional.empty());
        }

        static Result bad(DropIn trouble) {
            return new Result(Optional.empty(), Optional.of(trouble));
        }
    }
}
