package org.keyhopper.documents;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.request.ProvisioningRequest;

/** The profile that a policy prescribes for all requests. */
public record PrescribedProfile(StationPolicy policy) {

    /** Returns the prescribed profile, or its faults; empty when operators may choose. */
    public Optional<ReadResult<Profile>> profile() {
        if (!policy.locks().profile()) {
            return Optional.empty();
        }
        return Optional.of(policy.locks()
                .profileJson()
                .map(ProfileJson::read)
                .orElseGet(() -> new ReadResult.Success<>(Profile.DEFAULT, List.of())));
    }

    /** Returns why a request must not be run: it was made with another profile than the policy prescribes now. */
    public Optional<Problem> objection(ProvisioningRequest request) {
        return profile()
                .filter(prescribed ->
                        !(prescribed instanceof ReadResult.Success<Profile>(Profile it, List<String> warnings)
                                && it.equals(request.profile())))
                .map(differs -> Problem.of(PolicyProblem.PROFILE_DIFFERS, request.name()));
    }
}
