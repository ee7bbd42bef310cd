package org.keyhopper.ui.model.requests;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The profiles to choose from.
 *
 * @param profiles the usual one, which cannot be changed, then the saved ones
 */
public record ProfilesState(List<Named> profiles, Optional<Notice> notice) {

    /** A profile with its name. */
    public record Named(String name, ProfileForm form) {}

    public ProfilesState {
        profiles = List.copyOf(profiles);
    }

    /**
     * Returns the index of the profile that has these values; -1 if none is saved with them.
     *
     * @param preferred the name of the one to return if several have them
     */
    public int indexOf(ProfileForm form, String preferred) {
        int found = -1;
        for (int i = 0; i < profiles.size(); i++) {
            if (profiles.get(i).form().equals(form)) {
                if (profiles.get(i).name().equals(preferred)) {
                    return i;
                }
                found = found < 0 ? i : found;
            }
        }
        return found;
    }

    /** Returns whether another profile has this name, whatever its case. */
    public boolean has(String name) {
        return profiles.stream().anyMatch(profile -> profile.name().equalsIgnoreCase(name.strip()));
    }

    /** Returns whether a profile can be saved under this name. */
    public boolean canSave(String name) {
        return SavedProfiles.isName(name.strip()) && !profiles.getFirst().name().equalsIgnoreCase(name.strip());
    }
}
