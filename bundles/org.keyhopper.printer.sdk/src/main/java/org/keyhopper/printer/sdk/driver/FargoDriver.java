package org.keyhopper.printer.sdk.driver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.DriverDescription;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.printer.FargoPrinter;
import org.keyhopper.printer.sdk.protocol.CompanionLink;
import org.keyhopper.printer.sdk.protocol.FargoOptions;
import org.keyhopper.printer.sdk.protocol.Installation;
import org.keyhopper.printer.sdk.session.NetworkEncoder;
import org.keyhopper.printer.support.AddressOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** HID FARGO printers through the vendor's SDK: {@code fargo://NAME OF THE WINDOWS PRINTER}. */
@Component(service = PrinterDriver.class)
public final class FargoDriver implements PrinterDriver {

    private static final String ID = "fargo";

    private static final Provenance PROVENANCE = new Provenance(
                    Provenance.Source.THIRD_PARTY_CODE,
                    Provenance.TestedOn.SIMULATOR,
                    "Written from programs in use; the maker's own guide was not at hand. Has run only against a"
                            + " stand-in for the maker's kit, which has to be installed, on Windows. The kit does not tell"
                            + " an empty hopper from a card that could not be fed. No program is known that rejects cards:"
                            + " unless reject=yes they are put on top of the others.")
            .with(
                    Provenance.Evidence.FIELDED_CLIENT,
                    "PrinterInfo.currentActivity",
                    "PrinterInfo.printerError",
                    "PrinterInfo.stationStatus",
                    "Movement.moveTo(contact)",
                    "Movement.moveTo(contactless)",
                    "Movement.moveTo(Eject)",
                    "SCardControl(3410)",
                    "SCardControl(3411)")
            .with(
                    Provenance.Evidence.ASSUMED,
                    "Movement.moveTo(Reject)",
                    "PrinterInfo.printerErrorEx",
                    "PrinterInfo.deviceError",
                    "PrinterInfo.serialNumber",
                    "PrinterInfo.firmwareVersion");

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            ID,
            "HID FARGO",
            Set.of(ID),
            new SettingsDescription(List.of(
                    AddressOptions.ENCODERS,
                    FargoOptions.FAMILY,
                    FargoOptions.HOPPER,
                    FargoOptions.REJECT,
                    FargoOptions.NETWORK_READER,
                    SdkSearch.FOLDER,
                    CompanionLink.JAVA)),
            PROVENANCE);

    private final SdkSearch search;
    private final Duration settle;

    @Activate
    public FargoDriver() {
        this(SdkVendors.FARGO, NetworkEncoder.SETTLE);
    }

    /** @param settle how long the reader of a network encoder needs after its session was opened */
    FargoDriver(SdkSearch search, Duration settle) {
        this.search = search;
        this.settle = settle;
    }

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optional<Problem> obstacle() {
        return SdkVendors.onWindows()
                ? search.find(Optional.empty()).failure()
                : Optional.of(Problem.of(PrinterProblem.WRONG_SYSTEM, "Windows"));
    }

    /** Returns an empty list: the SDK has no discovery. */
    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) {
        return List.of();
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException {
        if (address.location().isBlank()) {
            throw PrinterException.of(PrinterProblem.BAD_ADDRESS, address.toString());
        }
        FargoOptions options = FargoOptions.read(address);
        Answer<Installation> kit = search.find(address.options().get(SdkSearch.FOLDER.key()));
        Installation installed =
                kit.result().orElseThrow(() -> ZebraDriver.missing(kit.failure().orElseThrow()));
        CompanionLink link = new CompanionLink(ID, installed, address);
        try {
            return FargoPrinter.open(link, address, options, settle, deadline);
        } catch (PrinterException | InterruptedException | RuntimeException e) {
            link.close();
            throw e;
        }
    }
}
