package org.keyhopper.central.audit;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;

/** The audit trail, for those who may see it. Blocking on the database; any thread. */
public interface AuditTrail {

    /** Returns entries in their order. */
    Answer<Page<AuditEntry>> list(Caller caller, Optional<String> after, int limit);
}
