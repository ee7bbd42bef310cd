package org.keyhopper.core.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.core.internal.directory.KnownPeople;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;

/**
 * What a run starts from.
 *
 * @param request with the recipients as they are now
 * @param people the positions of the recipients that it is started for; empty for all that are open
 * @param signIn how the directory is opened, or that it is open
 * @param prompts how the operator is asked
 * @param known what is known of people already
 * @param limit how long an outage of the directory may last; empty where an operator decides that
 */
public record RunStart(
        ProvisioningRequest request,
        Optional<Set<Integer>> people,
        Opening signIn,
        DirectoryPrompts prompts,
        KnownPeople known,
        Optional<Duration> limit) {

    /** Returns the recipients that the run would attempt, as they are in the request. */
    public List<RecipientState> open() {
        return request.recipients().stream()
                .filter(recipient -> RecipientScope.isOpen(recipient, people))
                .toList();
    }

    /** Opens a directory for a run, with the prompts of that run. */
    @FunctionalInterface
    public interface Opening {
        SignIn to(DirectoryPrompts prompts);
    }
}
