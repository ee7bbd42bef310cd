package org.keyhopper.api.policy;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** What a policy forbids, and what can be wrong with its file. */
public enum PolicyProblem implements ProblemCode {
    /** The file is there and cannot be read. Argument 0: its path. */
    UNREADABLE,
    /** The file is not JSON. Argument 0: its path, argument 1: where and why. */
    NOT_JSON,
    /** A field cannot be followed. Argument 0: its path, argument 1: the field, argument 2: what is wrong with it. */
    BAD_FIELD,
    /** Directories are not to be changed here. */
    DIRECTORIES_LOCKED,
    /** The profile is not to be chosen here. */
    PROFILE_LOCKED;

    @Override
    public String id() {
        return "policy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
