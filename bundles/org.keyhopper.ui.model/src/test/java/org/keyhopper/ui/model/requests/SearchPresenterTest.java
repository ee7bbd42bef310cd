package org.keyhopper.ui.model.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

class SearchPresenterTest {

    private static final DirectoryUser FIRST = Samples.users().getFirst();

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);

    private final QueuedExecutor workers = new QueuedExecutor();

    private SearchPresenter presenter() {
        return presenter(context);
    }

    private SearchPresenter presenter(WorkbenchContext over) {
        station.directories.put(new DirectoryAccount("contoso", "entra", new Settings(Map.of())));
        return new SearchPresenter(over, new DirectoryInteraction(over, address -> {}));
    }

    private SearchPresenter slow() {
        SearchPresenter presenter = presenter(workers.contextFor(station));
        workers.runAll();
        return presenter;
    }

    private static List<String> found(SearchPresenter presenter) {
        return presenter.states().get().found().stream().map(FoundRow::name).toList();
    }

    private static List<String> chosen(SearchPresenter presenter) {
        return presenter.states().get().draft().people().stream()
                .map(Recipient::displayName)
                .toList();
    }

    private static SearchPresenter withGroup(SearchPresenter presenter) {
        presenter.search("fin");
        presenter.add(presenter.states().get().found());
        return presenter;
    }

    @Test
    void peopleAreFoundWhileTypingAndAddedOnlyOnce() {
        SearchPresenter presenter = presenter();
        presenter.search(" mar ");
        assertEquals(List.of("Mara Köhler"), found(presenter));
        presenter.add(presenter.states().get().found());
        presenter.add(presenter.states().get().found());
        assertEquals(List.of("Mara Köhler"), chosen(presenter));
        presenter.drop(presenter.states().get().people());
        assertTrue(presenter.states().get().people().isEmpty());
    }

    @Test
    void aSingleLetterIsAnsweredWithAHint() {
        SearchPresenter presenter = presenter();
        presenter.search("m");
        assertEquals(List.of(), found(presenter));
        assertEquals("Enter at least 2 characters.", notice(presenter));
        presenter.search("");
        assertEquals("", notice(presenter));
        presenter.search("m");
        presenter.search("mar");
        assertEquals("1 found", notice(presenter));
    }

    private static String notice(SearchPresenter presenter) {
        return presenter.states().get().notice().map(Notice::text).orElse("");
    }

    @Test
    void onlyTheResultOfTheLatestTextIsShown() {
        SearchPresenter presenter = slow();
        presenter.search("mar");
        presenter.search("fi");
        presenter.search("fin");
        assertEquals(1, workers.size());
        workers.runAll();
        assertEquals(List.of("Finance"), found(presenter));
        assertFalse(presenter.states().get().searching());
    }

    @Test
    void groupMembersAreAddedAndTheRequestIsNamedAfterTheGroup() {
        SearchPresenter presenter = withGroup(presenter());
        List<RequestId> made = new ArrayList<>();
        presenter.create(made::add);
        List<RecipientState> people =
                station.requests.find(made.getFirst()).orElseThrow().recipients();
        assertEquals(8, people.size());
        assertEquals(FIRST.id(), people.getFirst().recipient().userId());
        assertEquals(
                "Finance", station.requests.find(made.getFirst()).orElseThrow().name());
    }

    @Test
    void readingAGroupCanBeCancelled() {
        SearchPresenter presenter = slow();
        presenter.search("fin");
        workers.runAll();
        presenter.add(presenter.states().get().found());
        assertTrue(presenter.states().get().working().orElseThrow().contains("Finance"));
        presenter.cancel();
        workers.runAll();
        assertTrue(presenter.states().get().working().isEmpty());
        assertTrue(presenter.states().get().people().isEmpty());
    }

    @Test
    void individualPeopleCanBeChosen() {
        SearchPresenter presenter = withGroup(presenter());
        presenter.chooseShown(false);
        assertTrue(presenter.states().get().missing().isPresent());
        presenter.filter(FIRST.displayName().substring(0, 5));
        assertEquals(1, presenter.states().get().people().size());
        presenter.choose(FIRST.id(), true);
        presenter.filter("");
        assertEquals(List.of(FIRST.displayName()), chosen(presenter));
        assertEquals(8, presenter.states().get().people().size());
    }

    @Test
    void passkeyHoldersAreMarkedAndCanBeExcluded() {
        station.directory.passkeys.give(FIRST.id(), "p", "Key", CredentialId.of(new byte[] {1}));
        SearchPresenter presenter = withGroup(presenter());
        presenter.lookForPasskeys();
        ChoiceRow row = presenter.states().get().people().getFirst();
        assertEquals("Has a passkey", row.remark());
        assertTrue(row.chosen());
        presenter.leaveOutHolders(true);
        assertEquals(7, chosen(presenter).size());
        assertFalse(presenter.states().get().people().getFirst().chosen());
        presenter.leaveOutHolders(false);
        assertEquals(8, chosen(presenter).size());
    }

    @Test
    void creationWaitsForThePasskeyLookUp() {
        SearchPresenter presenter = slow();
        presenter.search("fin");
        workers.runAll();
        presenter.add(presenter.states().get().found());
        workers.runAll();
        presenter.leaveOutHolders(true);
        assertTrue(presenter.states().get().missing().isPresent());
        presenter.create(id -> {
            throw new AssertionError("made too early");
        });
        workers.runAll();
        assertTrue(presenter.states().get().missing().isEmpty());
    }

    @Test
    void secondClickCreatesNoRequest() {
        SearchPresenter presenter = slow();
        presenter.search("mar");
        workers.runAll();
        presenter.add(presenter.states().get().found());
        presenter.name("Mara");
        List<RequestId> made = new ArrayList<>();
        presenter.create(made::add);
        presenter.create(made::add);
        workers.runAll();
        assertEquals(1, made.size());
        assertEquals(1, station.requests.list().size());
    }

    @Test
    void changingTheDirectoryRemovesItsPeople() {
        SearchPresenter presenter = withGroup(presenter());
        presenter.directory("other");
        assertTrue(presenter.states().get().people().isEmpty());
        presenter.search("mar");
        assertEquals(Tint.BAD, presenter.states().get().notice().orElseThrow().tint());
        assertTrue(presenter.states().get().notice().orElseThrow().text().contains("run.no-such-directory"));
        assertTrue(station.directory.isClosed());
    }

    @Test
    void closingTheDialogClosesTheDirectory() {
        SearchPresenter presenter = presenter();
        presenter.search("mar");
        presenter.close();
        assertTrue(station.directory.isClosed());
    }
}
