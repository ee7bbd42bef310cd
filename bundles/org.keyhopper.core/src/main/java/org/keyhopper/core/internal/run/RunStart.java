package org.keyhopper.core.internal.run;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.core.internal.directory.KnownPeople;
import org.keyhopper.core.request.ProvisioningRequest;

/**
 * What a run starts from.
 *
 * @param request with the recipients as they are now
 * @param signIn how the directory is opened, or that it is open
 * @param prompts how the operator is asked
 * @param known what is known of people already
 * @param limit how long an outage of the directory may last; empty where an operator decides that
 */
public record RunStart(
        ProvisioningRequest request,
        Opening signIn,
        DirectoryPrompts prompts,
        KnownPeople known,
        Optional<Duration> limit) {

    /** Opens a directory for a run, with the prompts of that run. */
    @FunctionalInterface
    public interface Opening {
        SignIn to(DirectoryPrompts prompts);
    }
}
