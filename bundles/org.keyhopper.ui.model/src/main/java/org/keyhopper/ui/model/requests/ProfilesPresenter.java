package org.keyhopper.ui.model.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.api.request.Profile;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.ReadResult;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.requests.ProfilesState.Named;

/** The saved profiles of a dialog that makes a request. All methods are fast, on any thread. */
public final class ProfilesPresenter {

    private final WorkbenchContext context;
    private final SavedProfiles saved;
    private final ObservableState<ProfilesState> states;

    public ProfilesPresenter(WorkbenchContext context, SavedProfiles saved) {
        this.context = context;
        this.saved = saved;
        states = new ObservableState<>(new ProfilesState(List.of(standard()), Optional.empty()), context.rateLimiter());
        context.inBackground(() -> read(Optional.empty()), this::show);
    }

    private Named standard() {
        return new Named(context.text("profile.saved.standard"), ProfileForm.of(Profile.DEFAULT));
    }

    public ObservableState<ProfilesState> states() {
        return states;
    }

    /** Saves the values under a name, in place of those that have it; does nothing if that is not possible. */
    public void save(String name, ProfileForm form) {
        if (states.get().canSave(name)) {
            context.inBackground(
                    () -> {
                        // On some systems a name of another case is the same file.
                        saved.list().stream()
                                .map(SavedProfiles.Saved::name)
                                .filter(other -> other.equalsIgnoreCase(name.strip()))
                                .forEach(saved::remove);
                        saved.save(name.strip(), form.profile());
                        read(Optional.of(new Notice(context.text("profile.saved.done", name.strip()), Tint.GOOD)));
                    },
                    this::show);
        }
    }

    /** Removes a saved profile. Requests keep theirs. */
    public void remove(String name) {
        context.inBackground(
                () -> {
                    saved.remove(name);
                    read(Optional.empty());
                },
                this::show);
    }

    private void read(Optional<Notice> notice) {
        List<Named> profiles = new ArrayList<>(List.of(standard()));
        List<String> faults = new ArrayList<>();
        for (SavedProfiles.Saved one : saved.list()) {
            switch (one.profile()) {
                case ReadResult.Success<Profile>(Profile profile, List<String> warnings) ->
                    profiles.add(new Named(one.name(), ProfileForm.of(profile)));
                case ReadResult.Failure<Profile>(List<DocumentFault> found) ->
                    faults.add(context.text(
                            "profile.saved.faulty",
                            one.name(),
                            found.stream().map(DocumentFault::toString).collect(Collectors.joining(" "))));
            }
        }
        states.set(new ProfilesState(
                profiles,
                faults.isEmpty() ? notice : Optional.of(new Notice(String.join(" ", faults), Tint.ATTENTION))));
    }

    private void show(Notice notice) {
        states.update(state -> new ProfilesState(state.profiles(), Optional.of(notice)));
    }
}
