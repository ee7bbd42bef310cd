package org.keyhopper.core.ceremony;

import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.request.RecipientState;

/**
 * What a ceremony is to do.
 *
 * @param recipient for whom
 * @param user the person in the directory
 * @param profile what the device must end up like
 * @param directoryName the name of the configured directory
 * @param directory open
 * @param device as it was identified
 * @param treatment whether it is erased first
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
}
