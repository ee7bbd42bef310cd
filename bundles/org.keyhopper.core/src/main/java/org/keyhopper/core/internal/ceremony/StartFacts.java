package org.keyhopper.core.internal.ceremony;

import java.util.HashMap;
import java.util.Map;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.journal.JournalFacts;

/** What the journal must know of a ceremony from the start, so that it can be reconciled without the request's list. */
final class StartFacts {

    private StartFacts() {}

    static Map<String, String> of(CeremonyOrder order) {
        Map<String, String> facts = new HashMap<>();
        facts.put(JournalFacts.USER_ID, order.user().id());
        facts.put(JournalFacts.USER_NAME, order.user().userName());
        facts.put(JournalFacts.DIRECTORY, order.directoryName());
        facts.put(JournalFacts.MODEL, order.device().model());
        facts.put(JournalFacts.SLOT, order.device().link().id().slot());
        order.device()
                .info()
                .ifPresent(info -> facts.put(JournalFacts.AAGUID, info.aaguid().toString()));
        order.device().link().serial().ifPresent(serial -> facts.put(JournalFacts.SERIAL, serial));
        boolean isErased = order.treatment() == CeremonyOrder.Treatment.RESET_FIRST;
        facts.put(
                JournalFacts.BLANK, Boolean.toString(isErased || !order.device().isProvisioned()));
        return facts;
    }
}
