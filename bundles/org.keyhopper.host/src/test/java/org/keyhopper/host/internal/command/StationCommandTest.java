package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralPrivilege;
import org.keyhopper.core.central.PrinterReport;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.ui.fakes.AutomaticSamples;
import org.keyhopper.ui.fakes.FakeAutomaticRun;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;

class StationCommandTest {

    private final FakeStation station = new FakeStation();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Output output = new Output(new PrintStream(new ByteArrayOutputStream(), true), new PrintStream(err, true));
        return KeyhopperCommand.execute(new CommandContext(new StationServices(station), output), arguments);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void loneStationHasNoCentralToWorkFor() {
        assertEquals(2, run("station", "--printer", "manual://", "--encoder", "contact"));
        assertTrue(err().contains("has not joined a Central"), err());
    }

    private int worked(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("station", "--printer", "manual://", "--encoder", "contact", "--once", "--every", "1s"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void requestsOfOthersAreNotRun() {
        station.central.joined(new CentralAccess(Optional.empty(), Set.of()));
        station.requests.put(Samples.request("R1", 2, 1));
        assertEquals(0, worked(), err());
        assertEquals(List.of(), station.ordered);
    }

    @Test
    void cardsAreNotResetWhereCentralDoesNotAllowIt() {
        station.central.joined(new CentralAccess(Optional.empty(), Set.of(CentralPrivilege.PROVISION_NOW)));
        assertEquals(2, worked("--all", "--on-provisioned", "reset"));
        assertTrue(err().contains("Resetting devices is not allowed"), err());
        assertEquals(List.of(), station.ordered);
    }

    @Test
    void anotherEscrowCertificateIsConfirmedByItsFingerprint() {
        station.central.joined(new CentralAccess(Optional.empty(), Set.of()));
        station.central.escrow = Optional.of("ab".repeat(32));
        assertEquals(2, run("central", "escrow", "--trust", "cd".repeat(32)));
        assertTrue(err().contains("ab".repeat(32)), err());
        assertEquals(0, run("central", "escrow", "--trust", "AB:".repeat(32)), err());
        assertEquals(List.of("ab".repeat(32)), station.central.trusted);
    }

    @Test
    void printersAreReported() {
        station.central.joined(new CentralAccess(Optional.empty(), Set.of()));
        station.requests.put(Samples.request("R1", 2, 1));
        station.automatic = this::completed;
        assertEquals(0, worked("--all"), err());
        PrinterReport reported = station.central.reports.printers.getLast().getFirst();
        assertEquals(PrinterStatus.State.READY, reported.state());
    }

    private FakeAutomaticRun completed(AutomaticOrder order) {
        ProvisioningRequest done = Samples.request(order.request().value(), 1, 2);
        station.requests.put(done);
        FakeAutomaticRun run = new FakeAutomaticRun(AutomaticSamples.run(
                done, AutomaticPhase.COMPLETED, Set.of(), AutomaticSamples.idle("Printer", PrinterPhase.DONE)));
        run.end();
        return run;
    }

    @Test
    void requestsWithPendingPeopleAreRunOneAfterTheOther() {
        station.central.joined(new CentralAccess(Optional.empty(), Set.of()));
        ProvisioningRequest first = Samples.request("R1", 2, 1);
        ProvisioningRequest second = Samples.request("R2", 2, 1);
        station.requests.put(first);
        station.requests.put(second);
        station.requests.put(Samples.request("R3", 1, 2));
        station.central.reports.assigned.addAll(Set.of(first.id(), second.id()));
        station.automatic = this::completed;
        assertEquals(0, worked(), err());
        List<RequestId> run =
                station.ordered.stream().map(AutomaticOrder::request).distinct().toList();
        assertEquals(Set.of(first.id(), second.id()), Set.copyOf(run));
    }
}
