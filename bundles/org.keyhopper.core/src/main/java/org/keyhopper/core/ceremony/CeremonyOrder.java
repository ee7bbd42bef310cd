package org.keyhopper.core.ceremony;

import java.util.HashMap;
import java.util.Map;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.request.RecipientState;

/**
 * The order for a ceremony.
 *
 * @param recipient the recipient
 * @param user the recipient's user in the directory
 * @param profile the required state of the device
 * @param directoryName the name of the configured directory
 * @param directory the directory, open until the ceremony has ended
 * @param device the device as it was identified
 * @param treatment whether it is reset first
 */
public record CeremonyOrder(
        RecipientState recipient,
        DirectoryUser user,
        Profile profile,
        String directoryName,
        Directory directory,
        DeviceFacts device,
        Treatment treatment) {

    /** What happens to a device before it is provisioned. */
    public enum Treatment {
        AS_IT_IS,
        RESET_FIRST
    }

    /** Returns whether the device is reset before anything else. */
    public boolean resetsFirst() {
        return treatment == Treatment.RESET_FIRST;
    }

    /**
     * Returns what the journal records at the start, so that the ceremony can be reconciled without the request's list.
     */
    public Map<String, String> startFacts() {
        Map<String, String> facts = new HashMap<>();
        facts.put(JournalFacts.USER_ID, user.id());
        facts.put(JournalFacts.USER_NAME, user.userName());
        facts.put(JournalFacts.DIRECTORY, directoryName);
        facts.put(JournalFacts.MODEL, device.model());
        facts.put(JournalFacts.SLOT, device.link().id().slot());
        device.info()
                .ifPresent(info -> facts.put(JournalFacts.AAGUID, info.aaguid().toString()));
        device.link().serial().ifPresent(serial -> facts.put(JournalFacts.SERIAL, serial));
        facts.put(JournalFacts.BLANK, Boolean.toString(resetsFirst() || !device.isProvisioned()));
        return facts;
    }
}
