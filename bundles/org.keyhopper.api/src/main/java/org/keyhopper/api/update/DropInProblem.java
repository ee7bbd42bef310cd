package org.keyhopper.api.update;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Why a file in the folder {@code dropins} is not used. */
public enum DropInProblem implements ProblemCode {
    /** The policy disables drop-ins. */
    SWITCHED_OFF,
    /** The policy requires a signature file, which is missing. Argument 0: the expected file. */
    UNSIGNED,
    /** The signing key is not trusted, or the file was changed after signing. */
    NOT_TRUSTED,
    /** The file is not a jar or is incomplete. */
    BROKEN,
    /** The jar has no bundle manifest. */
    NOT_A_BUNDLE,
    /** The product or a preceding file already provides this bundle. Argument 0: its symbolic name and version. */
    ALREADY_THERE,
    /** A newer Java is required. Argument 0: the required version. */
    JAVA_TOO_OLD,
    /** A required package is not provided. Argument 0: the package. */
    PACKAGE_MISSING,
    /**
     * A required package is provided in another version. Argument 0: the package, argument 1: the range, argument 2:
     * the provided version.
     */
    WRONG_VERSION,
    /** Another requirement is not satisfied. Argument 0: the requirement. */
    REQUIREMENT_MISSING,
    /** All requirements are satisfied, but the bundle did not start. */
    NOT_STARTED;

    @Override
    public String id() {
        return "drop-in." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
