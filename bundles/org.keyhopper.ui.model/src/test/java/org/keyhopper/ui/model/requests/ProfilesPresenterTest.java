package org.keyhopper.ui.model.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.requests.ProfileForm.PinSource;
import org.keyhopper.ui.model.requests.ProfilesState.Named;

class ProfilesPresenterTest {

    private static final ProfileForm LONG_PIN = new ProfileForm(PinSource.RANDOM, 8, 8, Set.of(), "{model}");
    private static final ProfileForm STANDARD = ProfileForm.of(Profile.DEFAULT);

    @TempDir
    private Path home;

    private ProfilesPresenter presenter() {
        return new ProfilesPresenter(TestContext.of(new FakeStation()), new SavedProfiles(folder()));
    }

    private Path folder() {
        return home.resolve("profiles");
    }

    private static List<String> names(ProfilesPresenter presenter) {
        return presenter.states().get().profiles().stream().map(Named::name).toList();
    }

    @Test
    void standardProfileIsThereFromTheBeginning() {
        assertEquals(List.of("Standard"), names(presenter()));
        assertEquals(0, presenter().states().get().indexOf(STANDARD, ""));
        assertFalse(Files.exists(folder()));
    }

    @Test
    void savedProfileIsThereTheNextTime() {
        presenter().save(" Field staff ", LONG_PIN);
        ProfilesPresenter next = presenter();
        assertEquals(List.of("Standard", "Field staff"), names(next));
        assertEquals(1, next.states().get().indexOf(LONG_PIN, ""));
        assertEquals(LONG_PIN, next.states().get().profiles().get(1).form());
    }

    @Test
    void sameNameReplacesWhateverItsCase() {
        presenter().save("Field staff", LONG_PIN);
        ProfilesPresenter presenter = presenter();
        presenter.save("field Staff", new ProfileForm(PinSource.KEEP, 6, 0, Set.of(), "{model}"));
        assertEquals(List.of("Standard", "field Staff"), names(presenter));
        assertEquals("The profile field Staff was saved.", notice(presenter));
    }

    private static String notice(ProfilesPresenter presenter) {
        return presenter.states().get().notice().orElseThrow().text();
    }

    @Test
    void namesThatAreNoFileNamesAreRefused() {
        ProfilesPresenter presenter = presenter();
        for (String name :
                List.of("", "  ", "../other", "a/b", "a\\b", "C:x", ".hidden", "end.", "Standard", "standard ")) {
            assertFalse(presenter.states().get().canSave(name), name);
            presenter.save(name, LONG_PIN);
        }
        assertEquals(List.of("Standard"), names(presenter));
        assertTrue(presenter.states().get().canSave("Außendienst (Wien) 2. Stock"));
    }

    @Test
    void removedProfileIsGone() {
        ProfilesPresenter presenter = presenter();
        presenter.save("Field staff", LONG_PIN);
        presenter.remove("Field staff");
        assertEquals(List.of("Standard"), names(presenter));
    }

    @Test
    void faultyFileIsNamedAndTheOthersAreThere() throws IOException {
        presenter().save("Field staff", LONG_PIN);
        Files.writeString(folder().resolve("Broken.json"), "{\"pim\": {}}");
        ProfilesPresenter presenter = presenter();
        assertEquals(List.of("Standard", "Field staff"), names(presenter));
        assertTrue(notice(presenter).startsWith("The saved profile Broken cannot be used: "), notice(presenter));
    }

    @Test
    void ofEqualProfilesThePreferredOneIsFound() {
        ProfilesPresenter presenter = presenter();
        presenter.save("A", LONG_PIN);
        presenter.save("B", LONG_PIN);
        assertEquals(1, presenter.states().get().indexOf(LONG_PIN, ""));
        assertEquals(2, presenter.states().get().indexOf(LONG_PIN, "B"));
        assertEquals(-1, presenter.states().get().indexOf(new ProfileForm(PinSource.KEEP, 6, 0, Set.of(), ""), "B"));
    }

    /** A file may demand what the form does not show. */
    @Test
    void whatTheFormDoesNotShowIsKept() {
        Profile strict = new Profile(
                new PinRule.Keep(),
                OptionalInt.of(20),
                Set.of(Profile.Option.PROVEN_MAKER),
                Profile.Unsupported.REFUSE,
                "{user}",
                Set.of(UUID.fromString("cb69481e-8ff7-4039-93ec-0a2729a154a8")));
        assertEquals(strict, ProfileForm.of(strict).profile());
        String means = ProfileExplanation.of(ProfileForm.of(strict), Messages.in(Locale.ENGLISH));
        assertTrue(means.contains("Only one model of devices is allowed."), means);
        assertTrue(means.endsWith("A device that does not support all of this is refused unchanged."), means);
        assertEquals(Optional.empty(), presenter().states().get().notice());
    }
}
