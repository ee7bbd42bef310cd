package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.request.Recipient;

/**
 * A new request that is not yet created.
 *
 * @param directory name of a configured directory, or empty
 */
public record RequestDraft(String name, String directory, ProfileForm profile, List<Recipient> people) {
    public RequestDraft {
        people = List.copyOf(people);
    }

    RequestDraft withName(String next) {
        return new RequestDraft(next, directory, profile, people);
    }

    RequestDraft withDirectory(String next) {
        return new RequestDraft(name, next, profile, people);
    }

    RequestDraft withProfile(ProfileForm next) {
        return new RequestDraft(name, directory, next, people);
    }

    RequestDraft withPeople(List<Recipient> next) {
        return new RequestDraft(name, directory, profile, next);
    }

    /** Returns the text key of what is missing. */
    Optional<String> missing() {
        if (people.isEmpty()) {
            return Optional.of("draft.people");
        }
        if (name.isBlank()) {
            return Optional.of("draft.name");
        }
        return directory.isEmpty() ? Optional.of("draft.directory") : Optional.empty();
    }
}
