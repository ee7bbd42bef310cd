package org.keyhopper.ui.model.directories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.WorkbenchContext;

class DirectoryPresenterTest {

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);
    private final DirectoryPresenter presenter =
            new DirectoryPresenter(context, new DirectoryInteraction(context, address -> {}));

    private DirectoryForm form() {
        return presenter.states().get().form().orElseThrow();
    }

    private void fillIn() {
        fillIn(presenter);
    }

    static void fillIn(DirectoryPresenter form) {
        form.add("entra");
        form.name("contoso");
        form.value("tenant", "contoso.example");
        form.value("clientId", "app");
        form.secret("clientSecret", "s3cret".toCharArray());
    }

    private String kept(String key) {
        try (Secret secret = station.directories.secretsOf(stored()).get(key).orElseThrow()) {
            return new String(secret.toChars());
        }
    }

    private DirectoryAccount stored() {
        return station.directories.find("contoso").orElseThrow();
    }

    @Test
    void formIsGeneratedFromTheConnectorsSettings() {
        presenter.add("entra");
        assertEquals("Microsoft Entra ID", form().type());
        assertEquals(
                List.of("tenant", "clientId", "clientSecret", "cloud", "certificate"),
                form().fields().stream().map(row -> row.field().key()).toList());
        assertEquals("Enter a name for the directory.", form().fault());
        presenter.name("contoso");
        assertTrue(form().fault().startsWith("Tenant is required."), form().fault());
    }

    @Test
    void lockedDirectoriesCannotBeAddedOrOpened() {
        station.directories.put(new DirectoryAccount("contoso", "entra", new Settings(Map.of())));
        station.policy = StationPolicy.strict(Problem.of(PolicyProblem.UNREADABLE, "policy.json"));
        DirectoryPresenter locked = new DirectoryPresenter(context, new DirectoryInteraction(context, address -> {}));
        locked.edit("contoso");
        DirectoriesState state = locked.states().get();
        assertEquals(Optional.empty(), state.form());
        assertEquals(List.of(), state.kinds());
        assertEquals(1, state.lines().size());
        assertTrue(state.notice().orElseThrow().text().startsWith("policy.directories-locked"));
    }

    @Test
    void completeFormIsSavedWithItsSecret() {
        fillIn();
        assertEquals("", form().fault());
        presenter.save(() -> {});
        assertEquals(
                "contoso.example",
                station.directories.find("contoso").orElseThrow().settings().get("tenant", ""));
        assertEquals("s3cret", kept("clientSecret"));
        assertEquals(
                List.of(new DirectoryRow("contoso", "Microsoft Entra ID")),
                presenter.states().get().lines());
    }

    @Test
    void inputIsUnsavedUntilSavedOrDiscarded() {
        presenter.add("entra");
        assertFalse(presenter.hasUnsaved());
        fillIn();
        assertTrue(presenter.hasUnsaved());
        presenter.save(() -> {});
        assertFalse(presenter.hasUnsaved());
        presenter.edit("contoso");
        assertFalse(presenter.hasUnsaved());
        presenter.secret("clientSecret", "other".toCharArray());
        assertTrue(presenter.hasUnsaved());
        presenter.close();
        assertFalse(presenter.hasUnsaved());
    }

    @Test
    void removingAnotherDirectoryKeepsTheInput() {
        station.directories.put(new DirectoryAccount("old", "entra", new Settings(Map.of())));
        fillIn();
        presenter.remove("old");
        assertEquals("contoso", form().name());
        assertTrue(presenter.hasUnsaved());
    }

    @Test
    void whatToDoNextIsSaidOnceTheDirectoriesHaveBeenRead() {
        QueuedExecutor workers = new QueuedExecutor();
        WorkbenchContext later = workers.contextFor(station);
        DirectoryPresenter slow = new DirectoryPresenter(later, new DirectoryInteraction(later, address -> {}));
        assertEquals("", slow.states().get().hint());
        workers.runAll();
        assertEquals("Add a directory to get started.", slow.states().get().hint());
        fillIn(slow);
        slow.save(() -> {});
        workers.runAll();
        assertTrue(slow.states().get().hint().startsWith("Choose a directory"));
        slow.remove("contoso");
        workers.runAll();
        assertEquals("Add a directory to get started.", slow.states().get().hint());
    }

    @Test
    void noticeOfOneDirectoryIsNotShownForAnother() {
        QueuedExecutor workers = new QueuedExecutor();
        WorkbenchContext later = workers.contextFor(station);
        DirectoryPresenter slow = new DirectoryPresenter(later, new DirectoryInteraction(later, address -> {}));
        workers.runAll();
        fillIn(slow);
        slow.test();
        slow.add("entra");
        station.directories.signingIn = prompts -> {
            throw new IllegalStateException("of the first");
        };
        workers.runAll();
        assertEquals(Optional.empty(), slow.states().get().notice());
    }

    @Test
    void changeDuringATestOutdatesItsFindings() {
        fillIn();
        List<Boolean> testing = new ArrayList<>();
        station.directories.signingIn = prompts -> {
            presenter.value("tenant", "fabrikam.example");
            testing.add(form().testing());
        };
        presenter.test();
        assertEquals(List.of(true), testing);
        assertFalse(form().testing());
        assertEquals(List.of(), form().findings());
        assertTrue(presenter.states().get().notice().orElseThrow().text().startsWith("The settings were changed"));
    }

    @Test
    void directoryThatIsOpenedTooLateIsNotShown() {
        fillIn();
        presenter.save(() -> {});
        QueuedExecutor workers = new QueuedExecutor();
        DirectoryPresenter slow =
                new DirectoryPresenter(workers.contextFor(station), new DirectoryInteraction(context, address -> {}));
        slow.edit("contoso");
        slow.add("entra");
        workers.runAll();
        assertFalse(slow.isOpen("contoso"));
        assertTrue(slow.states().get().form().isPresent());
    }

    @Test
    void faultsFoundByTheConnectorPreventSaving() {
        fillIn();
        presenter.value("tenant", "con toso");
        // By its label, and without the advice to open the form that it is in.
        assertEquals("because [Tenant, has a space in it]", form().fault());
        presenter.save(() -> {});
        assertEquals(Optional.empty(), station.directories.find("contoso"));
    }

    @Test
    void directoryNamesAreUnique() {
        station.directories.put(new DirectoryAccount("contoso", "entra", new Settings(Map.of())));
        fillIn();
        assertEquals("A directory named contoso already exists.", form().fault());
    }

    @Test
    void storedSecretIsNeitherRequiredNorShown() {
        fillIn();
        presenter.save(() -> {});
        presenter.edit("contoso");
        FieldRow secret = form().fields().get(2);
        assertTrue(secret.kept());
        assertEquals("", secret.value());
        assertEquals("", form().fault());
        presenter.value("clientId", "other");
        presenter.save(() -> {});
        assertEquals("s3cret", kept("clientSecret"));
    }

    @Test
    void inputAfterSavingIsIgnored() {
        fillIn();
        AtomicInteger kept = new AtomicInteger();
        presenter.save(kept::incrementAndGet);
        presenter.name("other");
        presenter.value("tenant", "other.example");
        presenter.secret("clientSecret", "other".toCharArray());
        presenter.test();
        presenter.save(kept::incrementAndGet);
        assertEquals(1, kept.get());
        assertEquals(Optional.empty(), presenter.states().get().form());
        assertEquals(1, station.directories.list().size());
        assertEquals("s3cret", kept("clientSecret"));
    }

    @Test
    void savingCanBeRepeatedAfterAFailure() {
        fillIn();
        station.directories.keeping = () -> {
            throw new StoreException("disk full");
        };
        presenter.save(() -> {});
        assertTrue(presenter.states().get().notice().isPresent());
        station.directories.keeping = () -> {};
        presenter.value("tenant", "other.example");
        presenter.save(() -> {});
        assertEquals(
                "other.example",
                station.directories.find("contoso").orElseThrow().settings().get("tenant", ""));
        assertEquals("s3cret", kept("clientSecret"));
    }

    @Test
    void noticeDisappearsWithTheFormItIsAbout() {
        for (Runnable next : List.<Runnable>of(() -> presenter.save(() -> {}), presenter::close, this::fillIn)) {
            fillIn();
            station.directories.signingIn = prompts -> {
                throw new IllegalStateException();
            };
            presenter.test();
            assertTrue(presenter.states().get().notice().isPresent());
            next.run();
            assertEquals(Optional.empty(), presenter.states().get().notice());
        }
    }

    @Test
    void secondClickDoesNotSaveAgain() {
        QueuedExecutor workers = new QueuedExecutor();
        DirectoryPresenter later =
                new DirectoryPresenter(workers.contextFor(station), new DirectoryInteraction(context, address -> {}));
        fillIn(later);
        AtomicInteger kept = new AtomicInteger();
        later.save(kept::incrementAndGet);
        later.save(kept::incrementAndGet);
        workers.runAll();
        assertEquals(1, kept.get());
        assertEquals("s3cret", kept("clientSecret"));
    }

    @Test
    void openDirectoryIsIdentifiedByName() {
        fillIn();
        assertFalse(presenter.isOpen("contoso"), "a new one of that name");
        presenter.save(() -> {});
        assertFalse(presenter.isOpen("contoso"), "closed");
        presenter.edit("contoso");
        assertTrue(presenter.isOpen("contoso"));
        assertFalse(presenter.isOpen("fabrikam"));
    }

    @Test
    void removedDirectoryIsNotListed() {
        fillIn();
        presenter.save(() -> {});
        presenter.remove("contoso");
        assertTrue(presenter.states().get().lines().isEmpty());
    }
}
