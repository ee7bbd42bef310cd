package org.keyhopper.central.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.RestorationTable;
import org.keyhopper.central.storage.RestorationTable.Restoration;

/**
 * Passkeys that may have been registered by this Central between a backup and its restore, of which its database knows
 * nothing. While there is such a time, the directory is asked for the passkeys of each person before a new one is made.
 */
record RestoredWindow(CentralStore store) {

    /** Clocks of directory and database may differ by this much. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    /** Returns the person if no such passkey is listed, else FOUND_AFTER_RESTORE. */
    Answer<DirectoryUser> withoutUnknown(String name, Directory directory, DirectoryUser user) {
        List<Restoration> open = store.write(in -> in.restorations().open());
        if (open.isEmpty()) {
            return Answer.done(user);
        }
        return directory
                .passkeys()
                .list(user)
                .flatMap((List<RegisteredPasskey> listed) ->
                        store.write(in -> listed.stream().anyMatch(it -> isUnknown(in.restorations(), name, it, open))
                                ? Answer.<DirectoryUser>failed(Problem.of(CentralProblem.FOUND_AFTER_RESTORE))
                                : Answer.done(user)));
    }

    private static boolean isUnknown(
            RestorationTable table, String directory, RegisteredPasskey passkey, List<Restoration> open) {
        boolean mayBeOurs = passkey.created()
                .map(created -> open.stream().anyMatch(it -> covers(it, created)))
                .orElse(true);
        return mayBeOurs && !table.isInInventory(directory, passkey);
    }

    private static boolean covers(Restoration restoration, Instant created) {
        return !created.isBefore(restoration.backupMade().minus(CLOCKS))
                && !created.isAfter(restoration.restored().plus(CLOCKS));
    }
}
