package org.keyhopper.directory.entra.internal;

import java.util.Locale;
import org.keyhopper.api.directory.DirectoryProblemCode;

/** Failures that only Entra ID has. */
enum EntraProblem implements DirectoryProblemCode {
    /** A guest registers passkeys at the directory of its own organisation. Argument 0: the person. */
    USER_IS_GUEST,
    /** Self-service set up is off, which also forbids provisioning on behalf. */
    SELF_SERVICE_DISABLED,
    /** The person is outside the passkey policy. Argument 0: the person. */
    USER_NOT_IN_POLICY,
    /** One cannot enrol one's own account on behalf. */
    SELF_ENROLMENT,
    /** This cloud does not offer provisioning on behalf. */
    NOT_OFFERED_IN_CLOUD;

    @Override
    public boolean isDirectoryWide() {
        return this == SELF_SERVICE_DISABLED || this == NOT_OFFERED_IN_CLOUD;
    }

    @Override
    public String id() {
        return "directory." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
