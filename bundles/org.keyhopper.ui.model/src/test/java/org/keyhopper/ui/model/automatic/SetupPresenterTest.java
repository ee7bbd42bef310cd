package org.keyhopper.ui.model.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.DriverDescription;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.DropInProblem;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.ReadinessCheck.State;
import org.keyhopper.core.printer.InstalledDriver;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.ui.fakes.AutomaticSamples;
import org.keyhopper.ui.fakes.FakeAutomaticRun;
import org.keyhopper.ui.fakes.FakeDevice;
import org.keyhopper.ui.fakes.FakePrinters;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.automatic.SetupScreen.CheckRow;

class SetupPresenterTest {

    private static final String READER = "Elatec TWN4 [Primacy 2 SmartCard] 00 00";

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);
    private final DirectoryInteraction signIn = new DirectoryInteraction(context, address -> {});
    private final AutomaticPresenter presenter = new AutomaticPresenter(context);
    private final ProvisioningRequest request = Samples.request("R1", 10, 1);
    private PrinterAddress first;

    @BeforeEach
    void equip() {
        station.requests.put(request);
        first = station.printers.add("evolis-service://pc/P2", "Primacy 2", FakePrinters.ready());
        station.automatic = order -> new FakeAutomaticRun(AutomaticSamples.run(
                request,
                AutomaticPhase.PREPARING,
                Set.of(),
                AutomaticSamples.idle("Primacy 2", PrinterPhase.CHECKING)));
    }

    private SetupScreen shown() {
        return assertInstanceOf(SetupScreen.class, presenter.states().get().screen());
    }

    private SetupScreen prepared() {
        presenter.prepare(request.id());
        return shown();
    }

    private void learned() {
        station.bindings.put(new ReaderBinding("Evolis pc/P2", Encoder.CONTACT, READER, Samples.NOW));
    }

    @Test
    void firstDiscoveredPrinterIsChosenAndChecked() {
        SetupScreen setup = prepared();
        assertTrue(setup.printers().getFirst().chosen());
        assertTrue(setup.canStart());
        assertEquals(
                "The printers are ready. The sign-in to the directory is checked when you start.",
                setup.verdict().text());
        assertEquals(
                List.of(
                        "Directory sign-in: at the start of the run",
                        "Printer responds",
                        "Printer is ready",
                        "Reader: the one that detects the first card"),
                setup.checks().stream().map(CheckRow::text).toList());
    }

    @Test
    void pairedReaderIsShownAndMustBeEmpty() {
        learned();
        assertEquals(
                "paired: Primacy 2 SmartCard", prepared().form().orElseThrow().usual());
        station.devices.insert(FakeDevice.cardIn(READER));
        presenter.setup().refresh();
        assertFalse(shown().canStart());
        assertEquals("printer.encoder-not-empty", shown().checks().getLast().text());
        assertEquals(State.BAD, shown().checks().getLast().state());
    }

    @Test
    void offlinePrinterPreventsTheStart() {
        station.printers.statuses.put(first, PrinterStatus.of(PrinterStatus.State.OFFLINE, CardLocation.HOPPER));
        SetupScreen setup = prepared();
        assertFalse(setup.canStart());
        assertEquals(Tint.BAD, setup.verdict().tint());
        presenter.start(signIn);
        assertEquals(List.of(), station.ordered);
    }

    @Test
    void emptyHopperIsAWarningWithThePrintersErrorText() {
        station.printers.statuses.put(
                first,
                FakePrinters.ready()
                        .withVendor("0x0A01", "FEEDER EMPTY")
                        .with(Set.of(Problem.of(PrinterProblem.HOPPER_EMPTY))));
        SetupScreen setup = prepared();
        assertTrue(setup.canStart());
        CheckRow row = setup.checks().get(2);
        assertEquals(State.WARNING, row.state());
        assertTrue(row.detail().contains("Printer message: 0x0A01 FEEDER EMPTY"), row.detail());
    }

    @Test
    void missingEncoderFailsTheCheck() {
        station.printers.encoders.remove(Encoder.CONTACTLESS);
        prepared();
        presenter.setup().encoder(first, Encoder.CONTACTLESS);
        assertFalse(shown().canStart());
        assertEquals("printer.encoder-missing", shown().checks().get(2).text());
    }

    @Test
    void unreachablePrinterFailsTheCheck() {
        station.printers.statuses.clear();
        assertEquals("printer.unreachable", prepared().checks().getLast().text());
        assertFalse(shown().canStart());
    }

    @Test
    void allChosenPrintersAreOrdered() {
        PrinterAddress second = station.printers.add("matica://10.0.0.9:50730", "XID", FakePrinters.ready());
        prepared();
        presenter.setup().choose(second, true);
        presenter.setup().encoder(second, Encoder.CONTACTLESS);
        presenter.setup().reader(second, true, " OMNIKEY ");
        presenter.setup().provisioned(OnProvisioned.RESET);
        presenter.start(signIn);
        AutomaticOrder order = station.ordered.getFirst();
        assertEquals(
                List.of(
                        new AutomaticOrder.PrinterOrder(first, Encoder.CONTACT, ""),
                        new AutomaticOrder.PrinterOrder(second, Encoder.CONTACTLESS, "OMNIKEY")),
                order.printers());
        assertEquals(OnProvisioned.RESET, order.provisioned());
        assertEquals(AutomaticOrder.Resumption.BY_OPERATOR, order.resumption());
    }

    @Test
    void onlyProblemsOfSeveralPrintersAreListed() {
        learned();
        PrinterAddress second = station.printers.add("matica://10.0.0.9:50730", "XID", FakePrinters.ready());
        prepared();
        presenter.setup().choose(second, true);
        assertEquals(
                List.of(
                        "Directory sign-in: at the start of the run",
                        "Primacy 2 is ready",
                        "XID: Reader: the one that detects the first card"),
                shown().checks().stream().map(CheckRow::text).toList());
    }

    @Test
    void enteredPrinterIsChosen() {
        station.printers.found.clear();
        prepared();
        assertFalse(shown().canStart());
        assertEquals(Optional.empty(), presenter.setup().add("evolis-service://pc/P2"));
        assertTrue(shown().canStart());
        assertTrue(presenter.setup().add("no address").isPresent());
    }

    @Test
    void resetPolicyStatesItsConsequence() {
        prepared();
        presenter.setup().provisioned(OnProvisioned.RESET);
        assertTrue(shown().provisionedText().contains("deleted permanently"));
    }

    @Test
    void driverShowsItsProvenance() {
        station.printers.drivers.add(new InstalledDriver(
                new DriverDescription(
                        "evolis",
                        "Evolis",
                        Set.of("evolis-service"),
                        new SettingsDescription(List.of()),
                        new Provenance(
                                        Provenance.Source.THIRD_PARTY_CODE,
                                        Provenance.TestedOn.SIMULATOR,
                                        "Not for Kiosk.")
                                .with(Provenance.Evidence.VENDOR_GUIDE, "Sic", "Se")
                                .with(Provenance.Evidence.ASSUMED, "Sis")),
                Optional.of(Problem.of(PrinterProblem.WRONG_SYSTEM, "Windows"))));
        SetupScreen.DriverRow driver = prepared().drivers().getFirst();
        assertEquals(
                "Known from other programs, tested on a simulator only, not on a real printer. Not for Kiosk."
                        + " Commands from the manufacturer's guide: 2. Assumed commands: Sis.",
                driver.trust());
        assertTrue(driver.obstacle().startsWith("printer.wrong-system"));
    }

    @Test
    void unusedDropInIsListedWithItsReason() {
        presenter
                .setup()
                .dropIns(() -> List.of(
                        new DropIn("matica.jar", "Matica", "1.0.0", Optional.empty()),
                        new DropIn(
                                "acme.jar",
                                "acme",
                                "",
                                Optional.of(Problem.of(DropInProblem.PACKAGE_MISSING, "com.example.kit")))));
        assertEquals(
                List.of("acme.jar"),
                prepared().drivers().stream().map(SetupScreen.DriverRow::name).toList());
        SetupScreen.DriverRow row = shown().drivers().getFirst();
        assertEquals("Drop-in, not in use", row.trust());
        assertTrue(row.obstacle().startsWith("drop-in.package-missing"));
    }

    @Test
    void refusalIsShownInTheSetup() {
        prepared();
        station.requests.remove(request.id());
        presenter.start(signIn);
        assertTrue(
                shown().verdict().text().startsWith("run.no-such-request"),
                shown().verdict().text());
        assertFalse(presenter.isRunning());
    }
}
