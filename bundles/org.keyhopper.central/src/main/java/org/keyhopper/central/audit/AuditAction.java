package org.keyhopper.central.audit;

/** What the audit trail records. A name is stored and never changes. */
public enum AuditAction {
    BACKUP_MADE,
    RESTORED,
    KEY_ROTATED,
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
    /** The people who failed are pending again. */
    REQUEST_RETRIED,
    REQUEST_DELETED,
    RECONCILE,
    REVOKE,
    PIN_KEPT,
    PIN_CONFIRMED,
    PIN_HANDED_OVER,
    RECORDS_REMOVED,
    PERSON_EXPORTED,
    PERSON_ERASED,
    LICENCE_ENDS
}
