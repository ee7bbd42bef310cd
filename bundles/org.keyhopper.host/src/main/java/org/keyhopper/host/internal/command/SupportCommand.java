package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.support.SupportFile;
import org.osgi.framework.FrameworkUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the diagnostic file. */
@Command(
        name = "support",
        description = "Saves versions, devices, settings, journal and logs to a ZIP file for support, without "
                + "secrets; people are replaced by codes.")
final class SupportCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; an existing file is replaced.")
    private Path file;

    SupportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        try {
            SupportFile.of(
                            context.station(),
                            FrameworkUtil.getBundle(SupportCommand.class).getBundleContext())
                    .write(file);
        } catch (IOException e) {
            throw new InputRefusedException("The file " + file + " cannot be written.");
        }
        JsonObject json = new JsonObject();
        json.addProperty("file", file.toString());
        context.output().printObject(json);
        context.output().print("The diagnostic file was saved to " + file + ". Review it before you send it.");
        return ExitCode.DONE;
    }
}
