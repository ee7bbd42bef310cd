package org.keyhopper.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.automatic.SetupPresenter;
import org.keyhopper.ui.model.link.LinkAnswer;
import org.keyhopper.ui.model.link.ProvisionLink;
import org.keyhopper.ui.model.requests.ModeOption;
import org.keyhopper.ui.model.requests.PeopleReader.ReadPeople;
import org.keyhopper.ui.model.requests.SavedProfiles;

class WorkbenchModelTest {

    private final FakeStation station = new FakeStation();
    private final List<Perspective> shown = new ArrayList<>();
    private final List<SetupPresenter> prepared = new ArrayList<>();
    private final WorkbenchModel model = new WorkbenchModel(
            TestContext.of(station),
            new WindowServices(
                    shown::add,
                    null,
                    address -> {},
                    new WindowServices.Files(
                            (file, mapping) -> new ReadPeople(List.of(), List.of()),
                            (request, format, file) -> {},
                            new SavedProfiles(Path.of("target/no-profiles"))),
                    prepared::add));
    private final ProvisioningRequest request = Samples.request("R1", 3, 1);

    @Test
    void requestsAreShownFirst() {
        model.begin(Optional.empty());
        assertEquals(List.of(Perspective.REQUESTS), shown);
    }

    @Test
    void linkShowsItsRequestAndStartsNothing() {
        station.requests.put(Samples.request("R0", 2, 1));
        station.requests.put(request);
        station.requests.put(Samples.request("R2", 2, 1));
        model.begin(Optional.of(ProvisionLink.to(request.id())));
        assertEquals(Set.of(Perspective.REQUESTS), Set.copyOf(shown));
        assertEquals(Optional.of(request.id()), model.requests().selected());
        assertEquals(Optional.of(request.id()), model.links().answers().get().flatMap(LinkAnswer::request));
        assertEquals(List.of(), station.started);
    }

    @Test
    void linkedRequestStartsOnceTheOperatorChoosesAMode() {
        station.requests.put(request);
        model.begin(Optional.of(ProvisionLink.to(request.id())));
        model.provision(request.id(), ModeOption.Mode.MANUAL);
        assertEquals(Perspective.MANUAL, shown.getLast());
        assertEquals(List.of(request.id()), station.started);
    }

    @Test
    void resultsOfAnInterruptedRunAreShownFirst() {
        station.requests.put(request);
        station.journal.open(
                station.requests.claimNext(request.id(), 0).orElseThrow(),
                request.recipients().getFirst().id(),
                Map.of());
        model.begin(Optional.empty());
        assertEquals(List.of(Perspective.RESULTS), shown);
        assertEquals(Optional.of(request.id()), model.results().states().get().request());
    }

    private void provisionBeside(ProvisioningRequest other) {
        station.requests.put(request);
        station.requests.put(other);
        station.runs = any -> new FakeRun(Samples.insert(request));
        model.provision(request.id(), ModeOption.Mode.MANUAL);
    }

    @Test
    void secondRequestIsRefusedDuringARun() {
        ProvisioningRequest other = Samples.request("R2", 2, 1);
        provisionBeside(other);
        model.go(Perspective.REQUESTS);
        model.provision(other.id(), ModeOption.Mode.MANUAL);
        assertEquals(Perspective.REQUESTS, shown.getLast());
        assertEquals(List.of(request.id()), station.started);
        assertEquals(
                request.name() + " is already being provisioned in Manual. Stop or finish that run first.",
                model.requests().states().get().notice().orElseThrow().text());
        model.provision(request.id(), ModeOption.Mode.MANUAL);
        assertEquals(Perspective.MANUAL, shown.getLast());
    }

    @Test
    void nothingOfAnotherRequestIsChangedDuringARun() {
        ProvisioningRequest other = Samples.request("R2", 6, 5);
        provisionBeside(other);
        model.showResults(other.id());
        model.provisionSkipped();
        assertEquals(other, station.requests.find(other.id()).orElseThrow());
        assertEquals(
                request.name() + " is already being provisioned in Manual. Stop or finish that run first.",
                model.results().states().get().notice().orElseThrow().text());
        model.retryFailed();
        model.provision(other.id(), 6);
        assertEquals(other, station.requests.find(other.id()).orElseThrow());
        assertEquals(List.of(request.id()), station.started);
        assertEquals(Perspective.REQUESTS, shown.getLast());
    }

    @Test
    void switchingToPrintersShowsTheAutomaticPerspective() {
        station.requests.put(request);
        FakeRun run = new FakeRun(Samples.insert(request));
        station.runs = any -> run;
        model.provision(request.id(), ModeOption.Mode.MANUAL);
        model.switchToPrinters();
        run.end();
        assertEquals(Perspective.AUTOMATIC, shown.getLast());
        assertEquals(Optional.of(request.id()), model.automatic().request());
    }

    @Test
    void printerSetupIsCompletedOnceWhenItIsFirstNeeded() {
        station.requests.put(request);
        model.begin(Optional.empty());
        assertFalse(model.isRunning());
        assertEquals(List.of(), prepared);
        model.provisionThroughPrinters(request.id());
        model.go(Perspective.REQUESTS);
        model.provisionThroughPrinters(request.id());
        assertEquals(List.of(model.automatic().setup()), prepared);
    }
}
