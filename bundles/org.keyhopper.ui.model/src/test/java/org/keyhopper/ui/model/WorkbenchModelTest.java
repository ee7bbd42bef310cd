package org.keyhopper.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.keyhopper.ui.model.link.LinkAnswer;
import org.keyhopper.ui.model.link.ProvisionLink;
import org.keyhopper.ui.model.requests.ModeOption;
import org.keyhopper.ui.model.requests.PeopleReader.ReadPeople;

class WorkbenchModelTest {

    private final FakeStation station = new FakeStation();
    private final List<Perspective> shown = new ArrayList<>();
    private final WorkbenchModel desk = new WorkbenchModel(
            TestContext.over(station),
            new WorkbenchModel.Outside(
                    shown::add,
                    null,
                    address -> {},
                    new WorkbenchModel.Files(
                            file -> new ReadPeople(List.of(), List.of()), (request, format, file) -> {})));
    private final ProvisioningRequest request = Samples.request("R1", 3, 1);

    @Test
    void theDayBeginsAtTheRequests() {
        desk.begin(Optional.empty());
        assertEquals(List.of(Perspective.REQUESTS), shown);
    }

    @Test
    void aLinkLeadsToItsRequestAndBeginsNothing() {
        station.requests.put(Samples.request("R0", 2, 1));
        station.requests.put(request);
        station.requests.put(Samples.request("R2", 2, 1));
        desk.begin(Optional.of(ProvisionLink.to(request.id())));
        assertEquals(Set.of(Perspective.REQUESTS), Set.copyOf(shown));
        assertEquals(Optional.of(request.id()), desk.requests().selected());
        assertEquals(Optional.of(request.id()), desk.links().answers().get().flatMap(LinkAnswer::request));
        assertEquals(List.of(), station.started);
    }

    @Test
    void whatALinkAskedForBeginsWhenTheOperatorSaysHow() {
        station.requests.put(request);
        desk.begin(Optional.of(ProvisionLink.to(request.id())));
        desk.provision(request.id(), ModeOption.Mode.MANUAL);
        assertEquals(Perspective.MANUAL, shown.getLast());
        assertEquals(List.of(request.id()), station.started);
    }

    @Test
    void aRunThatWasCutShortBeginsTheDayWithItsResults() {
        station.requests.put(request);
        station.journal.open(
                station.requests.lease(request.id()).orElseThrow(),
                request.recipients().getFirst().id(),
                Map.of());
        desk.begin(Optional.empty());
        assertEquals(List.of(Perspective.RESULTS), shown);
        assertEquals(Optional.of(request.id()), desk.results().states().get().request());
    }

    @Test
    void anotherRequestWaitsUntilTheOneWorkedOnIsDone() {
        ProvisioningRequest other = Samples.request("R2", 2, 1);
        station.requests.put(request);
        station.requests.put(other);
        station.runs = any -> new FakeRun(Samples.insert(request));
        desk.provision(request.id(), ModeOption.Mode.MANUAL);
        desk.go(Perspective.REQUESTS);
        desk.provision(other.id(), ModeOption.Mode.MANUAL);
        assertEquals(Perspective.REQUESTS, shown.getLast());
        assertEquals(List.of(request.id()), station.started);
        assertEquals(
                "Nothing was begun: " + request.name() + " is being worked on by hand. Stop that first, or finish it.",
                desk.requests().states().get().notice().orElseThrow().text());
        desk.provision(request.id(), ModeOption.Mode.MANUAL);
        assertEquals(Perspective.MANUAL, shown.getLast());
    }

    @Test
    void switchingToPrintersLeadsToThem() {
        station.requests.put(request);
        FakeRun run = new FakeRun(Samples.insert(request));
        station.runs = any -> run;
        desk.provision(request.id(), ModeOption.Mode.MANUAL);
        desk.switchToPrinters();
        run.end();
        assertEquals(Perspective.AUTOMATIC, shown.getLast());
        assertEquals(Optional.of(request.id()), desk.automatic().request());
    }
}
