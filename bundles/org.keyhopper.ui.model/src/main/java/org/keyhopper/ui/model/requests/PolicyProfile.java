package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.PrescribedProfile;
import org.keyhopper.documents.ReadResult;

/** The profile prescribed by the policy, if any. */
record PolicyProfile(StationPolicy policy) {

    /** Returns the read-only form of the prescribed profile; empty when the operator may choose. */
    Optional<ProfileForm> form() {
        if (!policy.locks().profile()) {
            return Optional.empty();
        }
        Profile shown = read() instanceof ReadResult.Success<Profile>(Profile profile, List<String> warnings)
                ? profile
                : Profile.DEFAULT;
        return Optional.of(ProfileForm.of(shown));
    }

    /** Returns the profile of a new request; throws if the prescribed profile cannot be parsed. */
    Profile instead(ProfileForm chosen) {
        if (!policy.locks().profile()) {
            return chosen.profile();
        }
        return switch (read()) {
            case ReadResult.Success<Profile>(Profile profile, List<String> warnings) -> profile;
            case ReadResult.Failure<Profile>(List<DocumentFault> faults) ->
                throw new StoreException("policy.json: "
                        + faults.stream().map(DocumentFault::toString).collect(Collectors.joining(" ")));
        };
    }

    private ReadResult<Profile> read() {
        return new PrescribedProfile(policy).profile().orElseThrow();
    }
}
