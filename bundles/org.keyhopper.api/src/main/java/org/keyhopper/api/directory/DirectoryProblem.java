package org.keyhopper.api.directory;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Failures of directories, as far as an operator has to distinguish them. */
public enum DirectoryProblem implements ProblemCode {
    /** No connection. Argument 0: the host. */
    UNREACHABLE,
    /** No answer after the request was sent. */
    NO_ANSWER,
    /** An answer that cannot be understood. */
    UNREADABLE_ANSWER,
    /** Sign-in refused: unknown application, bad secret, expired certificate. Argument 0: the code of the directory. */
    SIGN_IN_REFUSED,
    /** Sign-in needs a person (MFA, consent, Conditional Access). Argument 0: the code of the directory. */
    SIGN_IN_NEEDS_PERSON,
    /** The operator cancelled the sign-in, or it timed out. */
    SIGN_IN_CANCELLED,
    /** The browser cannot come back: other programs use every port for it. Argument 0: the ports. */
    SIGN_IN_PORT_TAKEN,
    /** The session ended and could not be renewed. */
    SESSION_EXPIRED,
    /** Signed in, but lacking a permission or role. */
    NOT_PERMITTED,
    /** Signed in with more permissions than needed. Argument 0: those that are not. */
    EXCESS_PERMISSIONS,
    /** No such person. Argument 0: the reference looked for. */
    USER_NOT_FOUND,
    /** More than one person matches. Argument 0: the reference. */
    USER_AMBIGUOUS,
    /** The account is disabled. Argument 0: the person. */
    USER_DISABLED,
    /** A guest registers passkeys at the directory of its own organisation. Argument 0: the person. */
    USER_IS_GUEST,
    /** Something else of the account differed after a passkey was added, which was deleted again. Argument 0: the person; argument 1: what. */
    USER_CHANGED,
    /** The account is not open for a second factor, without which it takes no passkey. Argument 0: the person. */
    MFA_DISABLED,
    /** No such group. Argument 0: its name. */
    GROUP_NOT_FOUND,
    /** More than one group has this name. Argument 0: the name; argument 1: how many. */
    GROUP_AMBIGUOUS,
    /** The operator cancelled the request; nothing was changed. */
    CANCELLED,
    /** Passkeys are switched off. */
    METHOD_DISABLED,
    /** Self-service set up is off, which also forbids provisioning on behalf. */
    SELF_SERVICE_DISABLED,
    /** The person is outside the passkey policy. Argument 0: the person. */
    USER_NOT_IN_POLICY,
    /** This model of device is not allowed. Argument 0: the AAGUID. */
    AAGUID_NOT_ALLOWED,
    /** The directory requires attestation that the device does not provide. */
    ATTESTATION_REFUSED,
    /** The directory does not take a passkey made for this origin. Argument 0: the origin. */
    ORIGIN_REFUSED,
    /** One cannot enrol one's own account on behalf. */
    SELF_ENROLMENT,
    /** Options were fetched but too little of their life is left. */
    OPTIONS_EXPIRED,
    /** The directory says this credential is already registered. */
    ALREADY_REGISTERED,
    /** The person has as many passkeys as the directory allows. */
    TOO_MANY_PASSKEYS,
    /** Throttled and the waiting time ran out. */
    THROTTLED,
    /** The directory reports a fault of its own (5xx). Argument 0: the HTTP status. */
    SERVER_ERROR,
    /** Refused for a reason only the directory knows; detail holds its words. Argument 0: the HTTP status. */
    REFUSED,
    /** Registered, but reading it back did not show it. */
    NOT_READ_BACK,
    /** A setting is missing or wrong. Argument 0: its key, argument 1: what is wrong, the id of a {@link SettingFault} or words. */
    BAD_SETTING,
    /** This cloud does not offer provisioning on behalf. */
    NOT_OFFERED_IN_CLOUD;

    @Override
    public String id() {
        return "directory." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
