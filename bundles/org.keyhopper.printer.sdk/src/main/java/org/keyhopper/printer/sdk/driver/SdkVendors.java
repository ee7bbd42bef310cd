package org.keyhopper.printer.sdk.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The vendors whose printers require their SDK, and where its parts are searched for. */
final class SdkVendors {

    private static final Function<String, Optional<String>> ENVIRONMENT =
            name -> Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());

    static final SdkSearch ZEBRA = new SdkSearch(
            "Zebra Link-OS Multiplatform SDK for card printers",
            "KEYHOPPER_ZEBRA_SDK",
            folders("Zebra Technologies", "zebra"),
            List.of(
                    new Requirement.ClassInArchive(
                            "ZSDK_CARD_API.jar", "com.zebra.sdk.common.card.printer.ZebraCardPrinterFactory"),
                    new Requirement.ClassInArchive("ZSDK_API.jar", "com.zebra.sdk.comm.TcpConnection")),
            ENVIRONMENT);

    static final SdkSearch FARGO = new SdkSearch(
            "HID FARGO Printer SDK for Java",
            "KEYHOPPER_FARGO_SDK",
            folders("HID Global", "Fargo"),
            List.of(
                    new Requirement.ClassInArchive("the archive with impl.Fargo.PrinterInfo", "impl.Fargo.PrinterInfo"),
                    new Requirement.ClassInArchive("the archive with impl.Fargo.Movement", "impl.Fargo.Movement")),
            ENVIRONMENT);

    static final SdkSearch MAGICARD = new SdkSearch(
            "Magicard SDK",
            "KEYHOPPER_MAGICARD_SDK",
            folders("Magicard", "Ultra Electronics"),
            List.of(new Requirement.FileNamed("MagAPI.dll")),
            ENVIRONMENT);

    static final SdkSearch IDP = new SdkSearch(
            "IDP SMART SDK",
            "KEYHOPPER_IDP_SDK",
            folders("IDP", "SMART"),
            List.of(new Requirement.FileNamed("SmartComm2.dll")),
            ENVIRONMENT);

    private SdkVendors() {}

    static boolean onWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Folders of these names in the usual installation directories. */
    private static List<Path> folders(String... names) {
        Stream<String> parents = onWindows()
                ? Stream.of("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432")
                        .flatMap(variable -> ENVIRONMENT.apply(variable).stream())
                        .distinct()
                : Stream.of("/opt", "/usr/local/lib");
        return parents.flatMap(parent -> Stream.of(names).map(name -> Path.of(parent, name)))
                .toList();
    }
}
