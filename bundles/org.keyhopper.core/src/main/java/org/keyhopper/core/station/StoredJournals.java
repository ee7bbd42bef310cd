package org.keyhopper.core.station;

import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The journals of the store that is installed, taken together by the service registry. */
@Component(service = StoredJournals.class)
public final class StoredJournals {

    private final Journal ceremonies;
    private final Revocations revocations;

    @Activate
    public StoredJournals(@Reference Journal ceremonies, @Reference Revocations revocations) {
        this.ceremonies = ceremonies;
        this.revocations = revocations;
    }

    Journal ceremonies() {
        return ceremonies;
    }

    Revocations revocations() {
        return revocations;
    }
}
