package org.keyhopper.api.update;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Why a file in the folder {@code dropins} is not used. */
public enum DropInProblem implements ProblemCode {
    /** The policy switched drop-ins off. */
    SWITCHED_OFF,
    /** The policy wants a signature beside the file, and there is none. Argument 0: the file it should be in. */
    UNSIGNED,
    /** The signature is of no trusted key, or the file was changed after it was signed. */
    NOT_TRUSTED,
    /** The file is no jar, or is not complete. */
    BROKEN,
    /** The jar lacks the description of a bundle. */
    NOT_A_BUNDLE,
    /** The product, or a file before it, already has this bundle. Argument 0: its symbolic name and version. */
    ALREADY_THERE,
    /** It needs a newer Java. Argument 0: what it needs. */
    JAVA_TOO_OLD,
    /** Nobody has a package it needs. Argument 0: the package. */
    PACKAGE_MISSING,
    /** A package it needs is there in another version. Argument 0: the package, argument 1: the range, argument 2: what is there. */
    WRONG_VERSION,
    /** Something else that it needs is missing. Argument 0: what. */
    REQUIREMENT_MISSING,
    /** Everything it needs is there, and yet it did not start. */
    NOT_STARTED;

    @Override
    public String id() {
        return "drop-in." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
