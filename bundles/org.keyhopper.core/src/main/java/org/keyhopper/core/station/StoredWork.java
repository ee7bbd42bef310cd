package org.keyhopper.core.station;

import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.vault.PinVault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Those parts of the store that speak of what is to be done and was done for people. */
@Component(service = StoredWork.class)
public final class StoredWork {

    final Requests requests;
    final Journal journal;
    final Revocations revocations;
    final PinVault pins;

    @Activate
    public StoredWork(
            @Reference Requests requests,
            @Reference Journal journal,
            @Reference Revocations revocations,
            @Reference PinVault pins) {
        this.requests = requests;
        this.journal = journal;
        this.revocations = revocations;
        this.pins = pins;
    }
}
