package org.keyhopper.rehearsal.entra;

import java.util.Locale;

/** What the sandbox can do instead of behaving. The words in rules are the names in lower case with hyphens. */
public enum Misbehaviour {
    /** 400: the model is not allowed. */
    AAGUID_BLOCKED(400, "BadRequest", "The AAGUID of the authenticator is not allowed by the key restrictions."),
    /** 400: the attestation does not satisfy. */
    ATTESTATION_REFUSED(400, "BadRequest", "The attestation of the authenticator could not be validated."),
    /** 400 without a helpful word. */
    BAD_REQUEST(400, "BadRequest", "The request could not be processed."),
    /** 401, and the token is no longer good. */
    TOKEN_EXPIRED(401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."),
    FORBIDDEN(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
    NOT_FOUND(404, "Request_ResourceNotFound", "Resource does not exist or one of its queried references is missing."),
    METHOD_NOT_ALLOWED(405, "methodNotAllowed", "The method is not supported for this URL."),
    CONFLICT(409, "conflict", "The credential is already registered."),
    /** 429; Retry-After when the rule says how many seconds. */
    THROTTLED(429, "TooManyRequests", "Please retry after"),
    /** 429 with Retry-After as an HTTP date. */
    THROTTLED_UNTIL(429, "TooManyRequests", "Please retry after"),
    SERVER_ERROR(500, "InternalServerError", "An internal error has occurred."),
    /** 503; Retry-After when the rule says how many seconds. */
    UNAVAILABLE(503, "ServiceUnavailable", "The service is temporarily unavailable."),
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
    SIGN_IN_REFUSED,
    /** The token endpoint wants a person: MFA. */
    SIGN_IN_NEEDS_PERSON;

    private final int status;
    private final String code;
    private final String message;

    Misbehaviour() {
        this(0, "", "");
    }

    Misbehaviour(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    /** Returns whether an error response takes the place of the work. */
    boolean isRefusal() {
        return status != 0;
    }

    Reply reply() {
        return Reply.error(status, code, message);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Misbehaviour of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
