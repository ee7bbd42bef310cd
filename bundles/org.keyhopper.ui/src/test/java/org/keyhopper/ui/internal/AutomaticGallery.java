package org.keyhopper.ui.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.DriverDescription;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.printer.InstalledDriver;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.ui.fakes.AutomaticSamples;
import org.keyhopper.ui.fakes.FakePrinters;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;

/** Snapshots of a printer run, by the name of the screenshot. */
final class AutomaticGallery {

    private static final String NAME = "Evolis Primacy 2";
    private static final String OTHER = "Evolis Agilia";
    private static final Set<PrinterChoice> STUCK =
            Set.of(PrinterChoice.CONTINUE, PrinterChoice.REJECT_CARD, PrinterChoice.GIVE_UP);

    private AutomaticGallery() {}

    /** Adds two printers, one with a paired reader, and the drivers. */
    static PrinterAddress equip(FakeStation station) {
        PrinterAddress first =
                station.printers.add("evolis-service://127.0.0.1:18000/Evolis Primacy 2", NAME, FakePrinters.ready());
        station.bindings.put(new ReaderBinding(
                "Evolis 127.0.0.1:18000/Evolis Primacy 2",
                Encoder.CONTACT,
                "Elatec TWN4 [Primacy 2 SmartCard] 00 00",
                Instant.parse("2026-11-19T08:12:00Z")));
        station.printers.drivers.add(driver(
                "Evolis",
                Set.of("evolis-service", "evolis-raw"),
                Provenance.Source.THIRD_PARTY_CODE,
                Optional.of(Problem.of(
                        PrinterProblem.SERVICE_OFF,
                        "Evolis Premium Suite",
                        "Settings, Network, allow local programs"))));
        station.printers.drivers.add(driver(
                "Entrust (Datacard)",
                Set.of("entrust"),
                Provenance.Source.VENDOR_SDK,
                Optional.of(Problem.of(PrinterProblem.WRONG_SYSTEM, "Windows"))));
        station.printers.drivers.add(
                driver("Any printer, by hand", Set.of("manual"), Provenance.Source.NOTHING_NEEDED, Optional.empty()));
        return first;
    }

    private static InstalledDriver driver(
            String name, Set<String> schemes, Provenance.Source source, Optional<Problem> obstacle) {
        DriverDescription description = new DriverDescription(
                name,
                name,
                schemes,
                new SettingsDescription(List.of()),
                new Provenance(source, Provenance.TestedOn.SIMULATOR, ""));
        return new InstalledDriver(description, obstacle);
    }

    static void addUnreachable(FakeStation station) {
        PrinterAddress gone = station.printers.add(
                "matica://10.0.0.9:50730", "Matica XID8300 in the post room", FakePrinters.ready());
        station.printers.statuses.put(
                gone,
                FakePrinters.ready()
                        .withVendor("0x0A01", "FEEDER EMPTY")
                        .with(Set.of(Problem.of(PrinterProblem.HOPPER_EMPTY))));
        station.printers.statuses.put(
                PrinterAddress.parse("evolis-service://127.0.0.1:18000/Evolis Primacy 2")
                        .result()
                        .orElseThrow(),
                PrinterStatus.of(PrinterStatus.State.OFFLINE, CardLocation.HOPPER));
    }

    static Map<String, AutomaticSnapshot> moments() {
        ProvisioningRequest request = Samples.request("R1", 120, 14);
        List<RecipientState> open = request.open();
        RecipientState first = open.get(0);
        RecipientState second = open.get(1);
        Map<String, AutomaticSnapshot> moments = new LinkedHashMap<>();
        moments.put(
                "checking", run(request, AutomaticPhase.PREPARING, AutomaticSamples.idle(NAME, PrinterPhase.CHECKING)));
        moments.put(
                "feeding",
                run(
                        request,
                        AutomaticPhase.RUNNING,
                        AutomaticSamples.moving(NAME, PrinterPhase.FEEDING, CardLocation.MOVING, first)));
        moments.put(
                "running",
                run(request, AutomaticPhase.RUNNING, AutomaticSamples.working(NAME, second, Optional.of(first), 3)));
        Problem warning = Problem.of(MetadataProblem.MODEL_RECENT, "Security Card 5 NFC", "2026-11-20");
        moments.put("warned", run(request, AutomaticPhase.RUNNING, AutomaticSamples.warned(NAME, second, warning)));
        moments.put(
                "rejecting",
                run(
                        request,
                        AutomaticPhase.RUNNING,
                        AutomaticSamples.moving(NAME, PrinterPhase.REJECTING, CardLocation.MOVING, second)));
        moments.put("hopper-empty", fault(request, first, CardLocation.HOPPER, PrinterProblem.HOPPER_EMPTY, ""));
        moments.put("jam", fault(request, first, CardLocation.INSIDE, PrinterProblem.JAM, "0x0B02 CARD JAM"));
        moments.put(
                "lost",
                run(
                        request,
                        AutomaticPhase.RUNNING,
                        AutomaticSamples.fault(
                                NAME,
                                PrinterPhase.CARD_LOST,
                                CardLocation.UNKNOWN,
                                first,
                                Problem.of(PrinterProblem.MOVE_UNCONFIRMED),
                                Set.of(PrinterChoice.CARD_TAKEN_OUT, PrinterChoice.GIVE_UP))));
        moments.put("paused", paused(request));
        moments.put(
                "directory-out",
                AutomaticSamples.with(
                        AutomaticSamples.run(
                                request,
                                AutomaticPhase.DIRECTORY_OUT,
                                Set.of(AutomaticChoice.STOP_AFTER_THIS_CARD),
                                AutomaticSamples.idle(NAME, PrinterPhase.WAITING)),
                        CheckGallery.OUTAGE));
        moments.put(
                "patience",
                AutomaticSamples.with(
                        run(request, AutomaticPhase.RUNNING, AutomaticSamples.idle(NAME, PrinterPhase.WAITING)),
                        Problem.of(DirectoryProblem.THROTTLED)));
        moments.put(
                "two",
                run(
                        request,
                        AutomaticPhase.RUNNING,
                        AutomaticSamples.working(NAME, second, Optional.of(first), 5),
                        AutomaticSamples.moving(OTHER, PrinterPhase.FEEDING, CardLocation.MOVING, open.get(2))));
        moments.put("two-trouble", twoFaults(request));
        moments.put("completed", over(AutomaticPhase.COMPLETED, Samples.request("R1", 120, 121)));
        moments.put(
                "halted",
                AutomaticSamples.with(
                        over(AutomaticPhase.HALTED, request),
                        Problem.of(DirectoryProblem.UNREACHABLE, "graph.microsoft.com")));
        return moments;
    }

    private static AutomaticSnapshot twoFaults(ProvisioningRequest request) {
        List<RecipientState> open = request.open();
        return run(
                request,
                AutomaticPhase.RUNNING,
                AutomaticSamples.fault(
                        NAME,
                        PrinterPhase.NEEDS_OPERATOR,
                        CardLocation.CONTACT,
                        open.get(0),
                        Problem.of(PrinterProblem.COVER_OPEN).withDetail("COVER OPEN"),
                        STUCK),
                AutomaticSamples.fault(
                        OTHER,
                        PrinterPhase.NEEDS_OPERATOR,
                        CardLocation.HOPPER,
                        open.get(1),
                        Problem.of(PrinterProblem.HOPPER_EMPTY),
                        Set.of(PrinterChoice.CONTINUE, PrinterChoice.GIVE_UP)));
    }

    private static AutomaticSnapshot paused(ProvisioningRequest request) {
        return AutomaticSamples.run(
                request,
                AutomaticPhase.PAUSED,
                Set.of(AutomaticChoice.CONTINUE, AutomaticChoice.STOP_AFTER_THIS_CARD),
                AutomaticSamples.idle(NAME, PrinterPhase.WAITING));
    }

    private static AutomaticSnapshot fault(
            ProvisioningRequest request,
            RecipientState person,
            CardLocation card,
            PrinterProblem problem,
            String detail) {
        Set<PrinterChoice> choices =
                card == CardLocation.HOPPER ? Set.of(PrinterChoice.CONTINUE, PrinterChoice.GIVE_UP) : STUCK;
        return run(
                request,
                AutomaticPhase.RUNNING,
                AutomaticSamples.fault(
                        NAME,
                        PrinterPhase.NEEDS_OPERATOR,
                        card,
                        person,
                        Problem.of(problem).withDetail(detail),
                        choices));
    }

    private static AutomaticSnapshot over(AutomaticPhase phase, ProvisioningRequest request) {
        return AutomaticSamples.run(request, phase, Set.of(), AutomaticSamples.idle(NAME, PrinterPhase.DONE));
    }

    private static AutomaticSnapshot run(
            ProvisioningRequest request, AutomaticPhase phase, PrinterSnapshot... printers) {
        return AutomaticSamples.run(request, phase, AutomaticSamples.UNDER_WAY, printers);
    }
}
