package org.keyhopper.central.audit;

/** What the audit trail records. A name is stored and never changes. */
public enum AuditAction {
    CODE_ISSUED,
    STATION_JOINED,
    STATION_LEFT,
    TOKEN_ISSUED,
    SIGN_IN,
    REQUEST_CREATED,
    DIRECTORY_CONFIGURED,
    CLAIM,
    RENEW,
    BEGIN,
    REGISTER,
    PROVE,
    RELEASE
}
