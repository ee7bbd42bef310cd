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
