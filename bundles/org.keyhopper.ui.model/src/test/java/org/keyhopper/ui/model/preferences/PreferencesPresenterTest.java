package org.keyhopper.ui.model.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.preferences.Preferences.Appearance;
import org.keyhopper.ui.model.preferences.Preferences.Language;
import org.keyhopper.ui.model.preferences.Preferences.PrinterDefaults;

class PreferencesPresenterTest {

    private final FakeStation station = new FakeStation();
    private final Kept store = new Kept();
    private final List<Preferences> effects = new ArrayList<>();

    private PreferencesPresenter open() {
        return new PreferencesPresenter(TestContext.of(station), store, effects::add);
    }

    private static Preferences with(Language language, String site) {
        return new Preferences(
                Appearance.DARK,
                language,
                150,
                false,
                site,
                new PrinterDefaults(Encoder.CONTACTLESS, OnProvisioned.RESET));
    }

    @Test
    void savedPreferencesTakeEffectAtOnce() {
        PreferencesPresenter presenter = open();
        Preferences chosen = with(Language.SYSTEM, "https://updates.contoso.example/keyhopper");
        presenter.save(chosen);
        assertEquals(chosen, store.kept);
        assertEquals(List.of(chosen), effects);
        assertTrue(presenter.states().get().saved());
    }

    @Test
    void anotherLanguageNeedsARestart() {
        PreferencesPresenter presenter = open();
        presenter.save(with(Language.GERMAN, ""));
        assertEquals(Language.GERMAN, store.kept.language());
        assertFalse(presenter.states().get().saved());
        assertEquals(
                Optional.of(new Notice(
                        "Saved. The language changes when Keyhopper is started the next time.", Tint.ACTIVE)),
                presenter.states().get().notice());
    }

    @Test
    void anInvalidSiteIsNotSaved() {
        PreferencesPresenter presenter = open();
        presenter.save(with(Language.SYSTEM, "updates.contoso.example"));
        assertEquals(Preferences.DEFAULT, store.kept);
        assertEquals(Tint.BAD, presenter.states().get().notice().orElseThrow().tint());
        assertEquals(List.of(), effects);
    }

    @Test
    void theSiteOfThePolicyIsShownAndLocked() {
        StationPolicy open = StationPolicy.OPEN;
        station.policy = new StationPolicy(
                new StationPolicy.Updates(true, Optional.of(List.of(URI.create("https://policy.example"))), false),
                open.dropIns(),
                open.locks(),
                Optional.empty(),
                Optional.empty());
        PreferencesPresenter presenter = open();
        assertEquals(
                "https://policy.example", presenter.states().get().preferences().updateSite());
        assertEquals(
                Optional.of("Set by the policy of this computer."),
                presenter.states().get().siteLock());
        presenter.save(with(Language.SYSTEM, "https://other.example"));
        assertEquals("", store.kept.updateSite());
    }

    private static final class Kept implements PreferencesStore {
        private Preferences kept = Preferences.DEFAULT;

        @Override
        public Preferences read() {
            return kept;
        }

        @Override
        public void save(Preferences preferences) {
            kept = preferences;
        }
    }
}
