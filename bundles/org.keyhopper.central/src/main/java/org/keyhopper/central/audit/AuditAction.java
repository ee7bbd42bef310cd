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
    PROFILE_CHANGED,
    PROFILE_REMOVED,
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
    DEVICE_LOST,
    DEVICE_RETURNED,
    PIN_KEPT,
    /** The device has accepted its PIN. */
    PIN_CONFIRMED,
    /** A sealed PIN was released to the PIN office. */
    PIN_HANDED_OVER,
    /** A person has the letter or PIN. */
    PIN_DELIVERED,
    /** A person has confirmed that the PIN works. */
    PIN_RECEIVED,
    /** An invitation to pick up a PIN was sent. */
    PICK_UP_INVITED,
    /** The PIN office wants another invitation. */
    PICK_UP_REINVITED,
    /** The link of an invitation was opened, or its person signed in. */
    PICK_UP_SIGN_IN,
    /** A PIN was shown to its person. */
    PIN_PICKED_UP,
    /** The person has noted the PIN. */
    PICK_UP_CONFIRMED,
    RECORDS_REMOVED,
    PERSON_EXPORTED,
    PERSON_ERASED,
    LICENCE_ENDS,
    SHIPMENT_ADDED,
    SHIPMENT_REMOVED
}
