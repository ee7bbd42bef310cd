package org.keyhopper.ui.model.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.requests.ProfileForm.PinSource;

class ImportPresenterTest {

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() {
        station.directories.put(new DirectoryAccount("contoso", "entra", new Settings(Map.of())));
    }

    private ImportPresenter presenter() {
        return new ImportPresenter(context, new CsvPeopleReader(Messages.in(Locale.ENGLISH)));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void requestIsNamedAfterTheFile() throws IOException {
        ImportPresenter presenter = presenter();
        presenter.open(file("Berlin Q4.csv", "user,displayName\nmara@x.example,Mara Köhler\nned@x.example,Ned\n"));
        assertEquals("2 people", presenter.states().get().count());
        assertEquals(Optional.empty(), presenter.states().get().missing());
        presenter.profile(new ProfileForm(PinSource.RANDOM, 8, 0, Set.of(), ""));
        List<RequestId> made = new ArrayList<>();
        presenter.create(made::add);
        ProvisioningRequest request = station.requests.find(made.getFirst()).orElseThrow();
        assertEquals("Berlin Q4", request.name());
        assertEquals("contoso", request.directory());
        assertEquals(new PinRule.Random(8), request.profile().pin());
        assertEquals("Mara Köhler", request.recipients().getFirst().recipient().name());
    }

    @Test
    void anotherFileRenamesTheRequestUnlessItsNameWasTyped() throws IOException {
        ImportPresenter presenter = presenter();
        presenter.open(file("first.csv", "user\nmara@x.example\n"));
        presenter.name("first");
        presenter.open(file("second.csv", "user\nmara@x.example\n"));
        assertEquals("second", presenter.states().get().draft().name());
        presenter.name("Berlin");
        presenter.open(file("third.csv", "user\nmara@x.example\n"));
        assertEquals("Berlin", presenter.states().get().draft().name());
    }

    @Test
    void columnsAreMappedByTheOperator() throws IOException {
        ImportPresenter presenter = presenter();
        presenter.open(file("a.csv", "Kennung;displayName\nmara@x.example;Mara\n"));
        assertEquals(
                List.of("Kennung", "displayName"),
                presenter.states().get().columns().names());
        assertFalse(presenter.states().get().faults().isEmpty());
        presenter.map("user", "Kennung");
        assertEquals(List.of(), presenter.states().get().faults());
        presenter.map("displayName", "");
        assertEquals(
                List.of(new Recipient("mara@x.example", "", "", "")),
                presenter.states().get().draft().people());
    }

    @Test
    void theSampleFileCanBeImported() throws IOException {
        ImportPresenter presenter = presenter();
        presenter.writeSample(folder.resolve("people.csv"));
        presenter.open(folder.resolve("people.csv"));
        assertEquals("1 person", presenter.states().get().count());
    }

    private static StationPolicy demanding(String profile) {
        return new StationPolicy(
                StationPolicy.OPEN.updates(),
                StationPolicy.OPEN.dropIns(),
                new StationPolicy.Locks(false, true, Optional.of(profile)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void prescribedProfileOverridesTheForm() throws IOException {
        station.policy = demanding("{\"pin\": {\"rule\": \"random\", \"length\": 9}}");
        ImportPresenter presenter = presenter();
        assertEquals(9, presenter.demanded().orElseThrow().digits());
        presenter.open(file("a.csv", "user\nmara@x.example\n"));
        presenter.profile(new ProfileForm(PinSource.KEEP, 4, 0, Set.of(), ""));
        List<RequestId> made = new ArrayList<>();
        presenter.create(made::add);
        ProvisioningRequest request = station.requests.find(made.getFirst()).orElseThrow();
        assertEquals(new PinRule.Random(9), request.profile().pin());
    }

    @Test
    void invalidPrescribedProfilePreventsCreation() throws IOException {
        station.policy = demanding("{\"pinn\": {}}");
        ImportPresenter presenter = presenter();
        presenter.open(file("a.csv", "user\nmara@x.example\n"));
        List<RequestId> made = new ArrayList<>();
        presenter.create(made::add);
        assertEquals(List.of(), made);
        assertTrue(presenter.states().get().faults().getFirst().contains("pinn"));
    }

    @Test
    void secondClickCreatesNoRequest() throws IOException {
        QueuedExecutor workers = new QueuedExecutor();
        ImportPresenter presenter =
                new ImportPresenter(workers.contextFor(station), new CsvPeopleReader(Messages.in(Locale.ENGLISH)));
        presenter.open(file("a.csv", "user\nmara@x.example\n"));
        workers.runAll();
        List<RequestId> made = new ArrayList<>();
        presenter.create(made::add);
        presenter.create(made::add);
        workers.runAll();
        assertEquals(1, made.size());
        assertEquals(1, station.requests.list().size());
    }

    @Test
    void creationCanBeRepeatedAfterAFailure() throws IOException {
        station.policy = demanding("{\"pinn\": {}}");
        ImportPresenter presenter = presenter();
        presenter.open(file("a.csv", "user\nmara@x.example\n"));
        List<RequestId> made = new ArrayList<>();
        presenter.create(made::add);
        station.policy = StationPolicy.OPEN;
        presenter.create(made::add);
        assertEquals(1, made.size());
    }

    @Test
    void invalidRowIsReportedAndPreventsCreation() throws IOException {
        ImportPresenter presenter = presenter();
        presenter.open(file("bad.csv", "user,displayName\nmara@x.example,Mara\n,Ned\n"));
        assertEquals(1, presenter.states().get().faults().size());
        String fault = presenter.states().get().faults().getFirst();
        assertTrue(fault.startsWith("Line 3, column user: "), fault);
        presenter.create(id -> {
            throw new AssertionError("made " + id);
        });
        assertTrue(station.requests.list().isEmpty());
    }

    @Test
    void missingFileIsAFault() {
        ImportPresenter presenter = presenter();
        presenter.open(folder.resolve("none.csv"));
        assertTrue(presenter.states().get().faults().getFirst().startsWith("The file cannot be read"));
    }

    @Test
    void enteredNameIsKept() throws IOException {
        ImportPresenter presenter = presenter();
        presenter.name("My people");
        presenter.open(file("other.csv", "user\nmara@x.example\n"));
        assertEquals("My people", presenter.states().get().draft().name());
    }

    @Test
    void missingFieldsAreReportedOneByOne() throws IOException {
        station.directories.remove("contoso");
        ImportPresenter presenter = presenter();
        assertEquals(
                Optional.of("Select at least one person."),
                presenter.states().get().missing());
        presenter.open(file("p.csv", "user\nmara@x.example\n"));
        assertEquals(
                Optional.of("Select a directory."), presenter.states().get().missing());
        presenter.directory("contoso");
        presenter.name(" ");
        assertEquals(
                Optional.of("Enter a name for the request."),
                presenter.states().get().missing());
    }
}
