package org.keyhopper.rehearsal.sandbox;

import java.util.Locale;

/** What the sandbox can do instead of behaving. The words in rules are the names in lower case with hyphens. */
public enum Misbehaviour {
    /** 400: the model is not allowed. */
    AAGUID_BLOCKED(400),
    /** 400: the attestation does not satisfy. */
    ATTESTATION_REFUSED(400),
    /** 400 without a helpful word. */
    BAD_REQUEST(400),
    /** 401, and the token is no longer good. */
    TOKEN_EXPIRED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    CONFLICT(409),
    /** 429; Retry-After when the rule says how many seconds. */
    THROTTLED(429),
    /** 429 with Retry-After as an HTTP date. */
    THROTTLED_UNTIL(429),
    SERVER_ERROR(500),
    /** 503; Retry-After when the rule says how many seconds. */
    UNAVAILABLE(503),
    /** Carried out, but the connection closes without an answer. */
    ANSWER_LOST,
    /** Not carried out, the connection closes without an answer. */
    CONNECTION_RESET,
    /** Carried out after the rule's seconds. */
    SLOW,
    /** Carried out, but the answer is cut off in the middle. */
    UNREADABLE_JSON,
    /** Ids as standard base64. */
    IDS_STANDARD,
    /** Ids as base64url. */
    IDS_URL,
    /** Ids as base64url with the digit that counts the padding. */
    IDS_COUNTED,
    /** Options one level deeper, in a member {@code value}. */
    OPTIONS_WRAPPED,
    /** Options whose life is over when they arrive. */
    OPTIONS_EXPIRED,
    /** Registered, but not shown for the rule's seconds. */
    VISIBLE_LATE,
    /** The person is shown as disabled. */
    USER_DISABLED,
    /** The token endpoint refuses: wrong secret. */
    SIGN_IN_REFUSED(401),
    /** The token endpoint wants a person: MFA. */
    SIGN_IN_NEEDS_PERSON(400),
    /** The person takes no second factor. */
    MFA_OFF,
    /** Binary members as base64url instead of numbers. */
    OPTIONS_AS_TEXT,
    /** Done, but told to be in another state than it should be. */
    STATUS_ODD,
    /** Carried out, and the user's password is replaced as well. */
    PASSWORD_REPLACED,
    /** The policy shows that another model only is accepted. */
    MODEL_DISALLOWED,
    /** 400: the origin is not accepted. */
    ORIGIN_REFUSED(400),
    /** 400: there are as many as may be. */
    TOO_MANY(400),
    /** 400: passkeys are not switched on. */
    METHOD_DISABLED(400);

    private final int status;

    Misbehaviour() {
        this(0);
    }

    Misbehaviour(int status) {
        this.status = status;
    }

    /** Returns whether an error response takes the place of the work. */
    public boolean isRefusal() {
        return status != 0;
    }

    /** The status of HTTP, 0 where no refusal takes the place of the work. */
    public int status() {
        return status;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Misbehaviour of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
