package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.Map;
import org.keyhopper.core.journal.StationAction;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** Adds to the audit trail of a station. */
interface StationTrail {

    /** Central has an audit trail of its own. */
    StationTrail NONE = (in, action, subject, facts) -> {};

    /** Adds an entry, in the transaction that does what it records. */
    void add(Transaction in, StationAction action, String subject, Map<String, String> facts) throws SQLException;

    static String subject(RequestId request) {
        return "request:" + request.value();
    }

    static String subject(RecipientId recipient) {
        return "recipient:" + recipient.request().value() + "/" + recipient.position();
    }
}
