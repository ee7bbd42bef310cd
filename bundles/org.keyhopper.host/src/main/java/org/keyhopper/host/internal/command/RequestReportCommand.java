package org.keyhopper.host.internal.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.documents.ReportWording;
import org.keyhopper.documents.RequestReport;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the report of a request. */
@Command(name = "report", description = "Writes the report of a request to a file.")
final class RequestReportCommand implements Callable<Integer> {

    /** The file formats. */
    enum Format {
        csv,
        json,
        pdf
    }

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}")
    private Format format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; an existing file is replaced.")
    private Path file;

    RequestReportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        RequestReport report =
                new RequestReport(request, new ReportWording(ProblemLines::reason, ProblemLines::action));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            switch (format) {
                case csv -> report.writeCsv(out);
                case json -> report.writeJson(out);
                case pdf -> report.writePdf(out, Locale.ENGLISH, Clock.systemDefaultZone());
            }
        } catch (IOException e) {
            throw new InputRefusedException("The file " + file + " cannot be written.");
        }
        context.output().print("The report was saved to " + file + ".");
        return ExitCode.DONE;
    }
}
