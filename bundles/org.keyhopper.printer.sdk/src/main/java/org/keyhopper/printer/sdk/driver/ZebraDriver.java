package org.keyhopper.printer.sdk.driver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.DriverDescription;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.printer.ZebraPrinter;
import org.keyhopper.printer.sdk.protocol.CompanionLink;
import org.keyhopper.printer.sdk.protocol.Installation;
import org.keyhopper.printer.support.AddressOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Zebra printers through the vendor's SDK: {@code zebra://HOST[:PORT]}, {@code zebra://} for the one at a USB port. */
@Component(service = PrinterDriver.class)
public final class ZebraDriver implements PrinterDriver {

    private static final String ID = "zebra";

    private static final SettingField CONTACTLESS = SettingField.optional("contactless", SettingField.Kind.TEXT, "");

    private static final Provenance PROVENANCE = new Provenance(
                    Provenance.Source.VENDOR_SDK,
                    Provenance.TestedOn.SIMULATOR,
                    "Has run only against a stand-in for the maker's kit, never against the kit itself or a printer."
                            + " The kit is not part of Keyhopper and has to be installed. Printers without a setting for"
                            + " contactless encoding are not supported.")
            .with(
                    Provenance.Evidence.VENDOR_GUIDE,
                    "getPrinterInformation",
                    "getPrinterStatus",
                    "getSmartCardConfigurations",
                    "setJobSetting",
                    "smartCardEncode",
                    "getJobStatus",
                    "resume",
                    "cancel")
            .with(
                    Provenance.Evidence.ASSUMED,
                    "getJobSettingRange (which destinations and encoders there are)",
                    "cancel (puts the card to the rejected ones)");

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            ID,
            "Zebra",
            Set.of(ID),
            new SettingsDescription(List.of(
                    AddressOptions.ENCODERS, AddressOptions.REJECT, CONTACTLESS, SdkSearch.FOLDER, CompanionLink.JAVA)),
            PROVENANCE);

    private final SdkSearch search;

    @Activate
    public ZebraDriver() {
        this(SdkVendors.ZEBRA);
    }

    ZebraDriver(SdkSearch search) {
        this.search = search;
    }

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optional<Problem> obstacle() {
        return search.find(Optional.empty()).failure();
    }

    @Override
    public List<DiscoveredPrinter> discover(Deadline deadline) throws PrinterException, InterruptedException {
        Optional<Installation> kit = search.find(Optional.empty()).result();
        if (kit.isEmpty()) {
            return List.of();
        }
        return CompanionLink.discover(ID, kit.get(), deadline).stream()
                .map(found -> new DiscoveredPrinter(PrinterAddress.of(ID, found), found))
                .toList();
    }

    @Override
    public CardPrinter open(PrinterAddress address, Deadline deadline) throws PrinterException, InterruptedException {
        Answer<Installation> kit = search.find(address.options().get(SdkSearch.FOLDER.key()));
        Installation installed =
                kit.result().orElseThrow(() -> missing(kit.failure().orElseThrow()));
        CompanionLink link = new CompanionLink(ID, installed, address);
        try {
            return ZebraPrinter.open(link, address, deadline);
        } catch (PrinterException | InterruptedException | RuntimeException e) {
            link.close();
            throw e;
        }
    }

    static PrinterException missing(Problem problem) {
        return new PrinterException(FailureKind.PRINTER_FAULT, problem, null);
    }
}
