package org.keyhopper.host.internal.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.documents.HandOutList;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the list by which devices and letters are handed over. */
@Command(
        name = "hand-out-list",
        description =
                "Writes a PDF list of the people who are provisioned, in the order in which the devices were made, with"
                        + " barcodes and room for signatures. It holds no PIN.")
final class PinsHandOutListCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The PDF file to write; it must not exist.")
    private Path file;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "The language of the list, such as de or en-US (default: ${DEFAULT-VALUE}).")
    private String language;

    @Option(names = "--last-first", description = "Begins with the device made last, which lies on top in many trays.")
    private boolean lastFirst;

    PinsHandOutListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        HandOutList list =
                new HandOutList(request, lastFirst, Locale.forLanguageTag(language), Clock.systemDefaultZone());
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            list.writePdf(out, false);
        } catch (FileAlreadyExistsException e) {
            throw new InputRefusedException("The file " + file + " exists and is not overwritten.");
        } catch (IOException e) {
            throw new InputRefusedException("The file " + file + " cannot be written: " + e.getMessage());
        }
        context.output().print("The list of " + list.people().size() + " people was saved to " + file + ".");
        return ExitCode.DONE;
    }
}
