package org.keyhopper.ui.model.preferences;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Shows and saves the preferences, one per dialog. All methods are fast, on any thread. */
public final class PreferencesPresenter {

    private static final List<String> SCHEMES = List.of("http", "https", "file");

    private final WorkbenchContext context;
    private final PreferencesStore store;
    private final Consumer<Preferences> effect;
    private final ObservableState<PreferencesState> states;

    /** @param effect makes saved preferences take effect, on the thread of {@link #save} */
    public PreferencesPresenter(WorkbenchContext context, PreferencesStore store, Consumer<Preferences> effect) {
        this.context = context;
        this.store = store;
        this.effect = effect;
        StationPolicy policy = context.station().policy();
        boolean siteLocked =
                !policy.updates().allowed() || policy.updates().sites().isPresent();
        states = new ObservableState<>(
                new PreferencesState(
                        preferences(policy),
                        lock(siteLocked, "preferences.locked"),
                        lock(policy.locks().profile(), "preferences.profileLocked"),
                        lock(policy.locks().directories(), "preferences.directoriesLocked"),
                        false,
                        Optional.empty()),
                context.rateLimiter());
    }

    /** The site that the policy names is shown in place of the operator's. */
    private Preferences preferences(StationPolicy policy) {
        Preferences kept = store.read();
        return policy.updates()
                .sites()
                .map(sites -> sites.stream().findFirst().map(URI::toString).orElse(""))
                .map(site -> withSite(kept, site))
                .orElse(kept);
    }

    private Optional<String> lock(boolean locked, String key) {
        return locked ? Optional.of(context.text(key)) : Optional.empty();
    }

    public ObservableState<PreferencesState> states() {
        return states;
    }

    /** Saves the preferences and makes them take effect, unless one is invalid. */
    public void save(Preferences typed) {
        Preferences before = store.read();
        boolean locked = states.get().siteLock().isPresent();
        Preferences next = withSite(
                typed, locked ? before.updateSite() : typed.updateSite().strip());
        if (!isSite(next.updateSite())) {
            Notice notice = new Notice(context.text("preferences.badSite", next.updateSite()), Tint.BAD);
            states.update(state -> state.with(typed, false, Optional.of(notice)));
            return;
        }
        store.save(next);
        effect.accept(next);
        boolean restart = next.language() != before.language();
        Optional<Notice> notice =
                restart ? Optional.of(new Notice(context.text("preferences.restart"), Tint.ACTIVE)) : Optional.empty();
        states.update(state -> state.with(next, !restart, notice));
    }

    private static Preferences withSite(Preferences old, String site) {
        return new Preferences(old.appearance(), old.language(), old.textSize(), old.sounds(), site, old.printers());
    }

    private static boolean isSite(String text) {
        try {
            String scheme = URI.create(text).getScheme();
            return text.isEmpty() || scheme != null && SCHEMES.contains(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
