package org.keyhopper.central.audit;

/** What the audit trail records. A name is stored and never changes. */
public enum AuditAction {
    CODE_ISSUED,
    STATION_JOINED,
    TOKEN_ISSUED,
    SIGN_IN,
    REQUEST_CREATED,
    DIRECTORY_CONFIGURED,
    CLAIM,
    RENEW,
    BEGIN,
    REGISTER,
    PROVE,
    RELEASE,
    SIGN_OUT,
    /** The code for emergencies was made, or used to sign in. */
    BREAK_GLASS,
    ADMINISTRATOR_CLAIMED,
    /** Something was to be seen; recorded when it was refused. */
    VIEW,
    OPERATOR_ADDED,
    OPERATOR_CHANGED,
    ROLE_CHANGED,
    ROLE_REMOVED,
    POLICY_CHANGED,
    MAPPING_CHANGED,
    STATION_CHANGED,
    STATION_REVOKED,
    REQUEST_CHANGED,
    REQUEST_APPROVED,
    REQUEST_DELETED
}
