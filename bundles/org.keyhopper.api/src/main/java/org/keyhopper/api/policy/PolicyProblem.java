package org.keyhopper.api.policy;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Actions that a policy forbids, and faults of the policy file. */
public enum PolicyProblem implements ProblemCode {
    /** The file exists but cannot be read. Argument 0: its path. */
    UNREADABLE,
    /** The file is not JSON. Argument 0: its path, argument 1: position and reason. */
    NOT_JSON,
    /** A field is invalid. Argument 0: the path of the file, argument 1: the field, argument 2: the reason. */
    BAD_FIELD,
    /** The file can be written by others than administrators. Argument 0: its path, argument 1: who. */
    NOT_PROTECTED,
    /** Directories must not be changed on this station. */
    DIRECTORIES_LOCKED,
    /** A directory's secrets would be sent to a host that is not permitted. Argument 0: the host. */
    HOST_NOT_ALLOWED,
    /** The profile must not be chosen on this station. */
    PROFILE_LOCKED,
    /** The request was made with another profile than the policy prescribes. Argument 0: the request. */
    PROFILE_DIFFERS;

    @Override
    public String id() {
        return "policy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
