package org.keyhopper.api.directory;

import java.util.Locale;

/** Failures of directories, as far as an operator has to distinguish them. */
public enum DirectoryProblem implements DirectoryProblemCode {
    /** No connection. Argument 0: the host. */
    UNREACHABLE,
    /** No answer after the request was sent. */
    NO_ANSWER,
    /** A response that cannot be interpreted. */
    UNREADABLE_ANSWER,
    /** Sign-in refused: unknown application, bad secret, expired certificate. Argument 0: the code of the directory. */
    SIGN_IN_REFUSED,
    /** Sign-in needs a person (MFA, consent, Conditional Access). Argument 0: the code of the directory. */
    SIGN_IN_NEEDS_PERSON,
    /** The operator cancelled the sign-in, or it timed out. */
    SIGN_IN_CANCELLED,
    /** The redirect of the browser cannot be received: all ports are in use. Argument 0: the ports. */
    SIGN_IN_PORT_TAKEN,
    /** The session ended and could not be renewed. */
    SESSION_EXPIRED,
    /** Signed in, but lacking a permission or role. */
    NOT_PERMITTED,
    /** No such person. Argument 0: the reference looked for. */
    USER_NOT_FOUND,
    /** More than one person matches. Argument 0: the reference. */
    USER_AMBIGUOUS,
    /** The account is disabled. Argument 0: the person. */
    USER_DISABLED,
    /** The account is not open for a second factor, without which it takes no passkey. Argument 0: the person. */
    MFA_DISABLED,
    /** No such group. Argument 0: its name. */
    GROUP_NOT_FOUND,
    /** More than one group has this name. Argument 0: the name; argument 1: how many. */
    GROUP_AMBIGUOUS,
    /** The operator cancelled the request; nothing was changed. */
    CANCELLED,
    /** Passkeys are disabled. */
    METHOD_DISABLED,
    /** An administrator has switched the directory off as a whole. */
    SWITCHED_OFF,
    /** This model of device is not allowed. Argument 0: the AAGUID. */
    AAGUID_NOT_ALLOWED,
    /** The directory requires attestation that the device does not provide. */
    ATTESTATION_REFUSED,
    /** The directory does not accept a passkey created for this origin. Argument 0: the origin. */
    ORIGIN_REFUSED,
    /** Options were fetched but too little of their life is left. */
    OPTIONS_EXPIRED,
    /** The directory reports that this credential is already registered. */
    ALREADY_REGISTERED,
    /** The person has as many passkeys as the directory allows. */
    TOO_MANY_PASSKEYS,
    /** Throttled until the deadline. */
    THROTTLED,
    /** The directory reports a fault of its own (5xx). Argument 0: the HTTP status. */
    SERVER_ERROR,
    /** Refused for another reason; detail holds the message of the directory. Argument 0: the HTTP status. */
    REFUSED,
    /** Registered, but not found when read back. */
    NOT_READ_BACK,
    /** A setting is missing or wrong. Argument 0: its key, argument 1: what is wrong, the id of a {@link SettingFault} or words. */
    BAD_SETTING;

    @Override
    public boolean isDirectoryWide() {
        return switch (this) {
            case UNREACHABLE,
                    SIGN_IN_REFUSED,
                    SIGN_IN_NEEDS_PERSON,
                    SIGN_IN_CANCELLED,
                    SIGN_IN_PORT_TAKEN,
                    SESSION_EXPIRED,
                    METHOD_DISABLED,
                    SWITCHED_OFF,
                    THROTTLED -> true;
            default -> false;
        };
    }

    @Override
    public String id() {
        return "directory." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
