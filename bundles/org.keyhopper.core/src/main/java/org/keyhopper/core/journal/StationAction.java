package org.keyhopper.core.journal;

/** What the audit trail of a station records. A name is stored and never changes. */
public enum StationAction {
    REQUEST_CREATED,
    REQUEST_CHANGED,
    /** People who failed or were skipped are pending again. */
    REQUEST_RETRIED,
    REQUEST_REMOVED,
    ENROLMENT_BEGUN,
    /** The outcome is among the facts. */
    ENROLMENT_ENDED,
    PIN_SHOWN,
    PINS_RELEASED,
    PIN_HANDED_OVER,
    PIN_CONFIRMED,
    PINS_DELETED,
    ESCROW_KEY_ACTIVATED,
    ESCROW_KEY_RETIRED,
    DIRECTORY_CONFIGURED,
    DIRECTORY_REMOVED,
    PASSKEY_REVOKED,
    /** The key of secrets and MACs. */
    KEY_REPLACED
}
