package org.keyhopper.host.internal.command;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.station.Station;
import org.keyhopper.host.internal.HostServices;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.ProblemLines;

/**
 * The shared services of all commands.
 *
 * @param pins asks the user for a PIN
 */
public record CommandContext(HostServices services, Output output, PinEntry pins) {

    /** Reads PINs from the terminal. */
    public CommandContext(HostServices services, Output output) {
        this(services, output, PinEntry.TERMINAL);
    }

    /** Throws if the policy locks the directories. */
    void requireUnlockedDirectories() throws InputRefusedException {
        if (station().policy().locks().directories()) {
            throw refused(PolicyProblem.DIRECTORIES_LOCKED);
        }
    }

    /** Returns the exception for a policy violation; if the policy file is invalid, that is the reason given. */
    InputRefusedException refused(PolicyProblem problem) {
        return new InputRefusedException(
                ProblemLines.of(station().policy().fault().orElseGet(() -> Problem.of(problem))));
    }

    Station station() {
        return services.station();
    }

    /** Finds a request by its id, ignoring case, or throws. */
    ProvisioningRequest request(String id) throws InputRefusedException {
        Optional<ProvisioningRequest> exact = station().requests().find(new RequestId(id));
        return exact.or(() -> station().requests().list().stream()
                        .filter(request -> request.id().value().equalsIgnoreCase(id))
                        .findFirst())
                .orElseThrow(() -> new InputRefusedException(
                        "There is no request " + id + ". Use \"keyhopper request list\" to list the requests."));
    }
}
