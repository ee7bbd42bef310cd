package org.keyhopper.ui.model.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;

class RequestsPresenterTest {

    private final FakeStation station = new FakeStation();
    private final RequestsPresenter presenter = new RequestsPresenter(TestContext.of(station));

    private RequestsState shown() {
        return presenter.states().get();
    }

    @Test
    void nothingIsReportedEmptyBeforeLoading() {
        assertFalse(shown().loaded());
        presenter.refresh();
        assertTrue(shown().loaded());
        assertTrue(shown().rows().isEmpty());
        assertFalse(shown().directories());
    }

    @Test
    void configuredDirectoryIsDetected() {
        station.directories.put(new DirectoryAccount("contoso", "entra", new Settings(Map.of())));
        presenter.refresh();
        assertTrue(shown().directories());
    }

    @Test
    void rowsShowStateAndProgress() {
        station.requests.put(Samples.request("R1", 20, 1));
        station.requests.put(Samples.request("R2", 20, 9));
        presenter.refresh();
        assertEquals(
                List.of("In progress 6 / 20", "Pending 0 / 20"),
                shown().rows().stream()
                        .map(row -> row.state() + " " + row.progress())
                        .toList());
        assertEquals("2 requests", shown().heading().subtitle());
    }

    @Test
    void newestRequestIsSelectedByDefault() {
        station.requests.put(Samples.request("R1", 4, 1));
        station.requests.put(Samples.request("R2", 3, 4));
        presenter.refresh();
        assertEquals(Optional.of(new RequestId("R2")), presenter.selected());
        presenter.select(new RequestId("R1"));
        assertEquals(4, shown().selected().orElseThrow().people().size());
        assertTrue(shown().canProvision());
    }

    @Test
    void aRequestThatAppearsLaterCanBeSelected() {
        station.requests.put(Samples.request("R2", 3, 4));
        presenter.refresh();
        presenter.select(new RequestId("R1"));
        assertEquals(Optional.of(new RequestId("R2")), presenter.selected());
        station.requests.put(Samples.request("R1", 4, 1));
        presenter.select(new RequestId("R1"));
        assertEquals(Optional.of(new RequestId("R1")), presenter.selected());
    }

    @Test
    void aRequestIsRenamed() {
        station.requests.put(Samples.request("R1", 4, 1));
        presenter.rename(new RequestId("R1"), " Berlin ");
        assertEquals("Berlin", shown().rows().getFirst().name());
        presenter.rename(new RequestId("R1"), " ");
        assertEquals("Berlin", shown().rows().getFirst().name());
    }

    @Test
    void peopleWhoAreMissingAreAdded() {
        station.requests.put(Samples.request("R1", 2, 1));
        List<Recipient> file =
                List.of(Samples.people(1).getFirst(), new Recipient("new@contoso.example", "New", "", ""));
        presenter.add(
                new RequestId("R1"), Path.of("a.csv"), (path, mapping) -> new PeopleReader.ReadPeople(file, List.of()));
        assertEquals(3, shown().selected().orElseThrow().people().size());
        assertEquals("1 person added.", shown().notice().orElseThrow().text());
        presenter.add(
                new RequestId("R1"),
                Path.of("a.csv"),
                (path, mapping) -> new PeopleReader.ReadPeople(List.of(), List.of("Line 2: empty")));
        assertEquals(Tint.BAD, shown().notice().orElseThrow().tint());
    }

    @Test
    void aPendingPersonIsRemovedAndAnotherIsNot() {
        station.requests.put(Samples.request("R1", 3, 2));
        presenter.refresh();
        List<PersonRow> people = shown().selected().orElseThrow().people();
        presenter.removePerson(new RequestId("R1"), people.get(1));
        assertEquals(
                List.of(1, 3),
                shown().selected().orElseThrow().people().stream()
                        .map(PersonRow::position)
                        .toList());
        presenter.removePerson(new RequestId("R1"), people.getFirst());
        assertEquals(Tint.BAD, shown().notice().orElseThrow().tint());
    }

    @Test
    void aSelectedRequestIsReadAgainAndTheTableShowsTheSame() {
        station.requests.put(Samples.request("R1", 20, 1));
        station.requests.put(Samples.request("R2", 3, 4));
        presenter.refresh();
        station.requests.put(Samples.request("R1", 20, 9));
        presenter.select(new RequestId("R1"));
        RequestRow row = shown().selected().orElseThrow().row();
        assertEquals("6 / 20", row.progress());
        assertEquals(
                List.of("R2", "R1"),
                shown().rows().stream().map(one -> one.id().value()).toList());
        assertEquals(row, shown().rows().getLast());
    }

    @Test
    void aRequestThatWasRemovedMeanwhileIsNoLongerListed() {
        station.requests.put(Samples.request("R1", 4, 1));
        station.requests.put(Samples.request("R2", 3, 4));
        presenter.refresh();
        station.requests.remove(new RequestId("R1"));
        presenter.select(new RequestId("R1"));
        assertEquals(1, shown().rows().size());
    }

    @Test
    void completedRequestCannotBeProvisioned() {
        station.requests.put(Samples.request("R1", 1, 2));
        presenter.refresh();
        assertFalse(shown().canProvision());
        assertEquals("Completed", shown().rows().getFirst().state());
    }

    @Test
    void removedRequestIsNotListed() {
        station.requests.create("one", "contoso", Profile.DEFAULT, Samples.people(1));
        presenter.refresh();
        presenter.remove(presenter.selected().orElseThrow());
        assertTrue(shown().rows().isEmpty());
    }

    @Test
    void storeFailureIsShown() {
        station.requests.breakDown();
        presenter.refresh();
        assertEquals(Tint.BAD, shown().notice().orElseThrow().tint());
        assertTrue(shown().notice().orElseThrow().text().contains("disk full"));
    }

    @Test
    void waitingRefreshIsCancelledByASecondClick() {
        DirectoryInteraction signIn = new DirectoryInteraction(TestContext.of(station), address -> {});
        station.requests.put(Samples.request("R1", 3, 0));
        List<Boolean> cancelled = new ArrayList<>();
        station.directories.signingIn = prompts -> {
            cancelled.add(prompts.isCancelled());
            presenter.refreshPeople(signIn);
            cancelled.add(prompts.isCancelled());
        };
        presenter.refresh();
        presenter.refreshPeople(signIn);
        assertEquals(List.of(false, true), cancelled);
        assertFalse(shown().refreshing());
    }

    @Test
    void refreshShowsChangesAndKeepsOutcomes() {
        List<Recipient> people = Samples.users().stream()
                .limit(3)
                .map(user -> new Recipient(user.userName(), user.displayName(), user.email(), "", user.id()))
                .toList();
        Recipient gone = new Recipient("gone@contoso.example", "Gone", "", "", "id-gone");
        Recipient renamed = new Recipient(
                people.get(0).user(), "Old Name", "", "", people.get(0).userId());
        station.directories.put(new DirectoryAccount("contoso", "entra", new Settings(Map.of())));
        station.requests.create("one", "contoso", Profile.DEFAULT, List.of(renamed, people.get(1), gone));
        presenter.refresh();
        presenter.refreshPeople(new DirectoryInteraction(TestContext.of(station), address -> {}));
        List<PersonRow> rows = shown().selected().orElseThrow().people();
        assertEquals(people.get(0).displayName(), rows.get(0).name());
        assertEquals(
                "Was Old Name (" + renamed.user() + ") · Pending", rows.get(0).text());
        assertEquals("Deleted · Pending", rows.get(1).text());
        assertEquals("Pending", rows.get(2).text());
        assertEquals(
                "3 people looked up. 1 deleted, 1 renamed.",
                shown().notice().orElseThrow().text());
        assertFalse(shown().refreshing());
    }

    @Test
    void bothModesAreAvailable() {
        assertTrue(presenter.modes().stream().allMatch(ModeOption::isPossible));
    }
}
