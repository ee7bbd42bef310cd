package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.documents.ReadResult;
import org.keyhopper.documents.RecipientCsv;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Creates a request from a CSV file. */
@Command(name = "import", description = "Creates a request from the people in a CSV file, and prints its ID.")
final class RequestImportCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE.csv",
            description = "The column user is required; displayName, email and deviceName are optional.")
    private Path file;

    @Mixin
    private NewRequestOptions request;

    RequestImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        DirectoryAccess.known(context, request.directory());
        Profile wanted = request.profile(context);
        List<Recipient> people = NewRequestOptions.taken(context, file, recipients());
        request.make(context, wanted, people, new JsonObject());
        return ExitCode.DONE;
    }

    private ReadResult<List<Recipient>> recipients() throws InputRefusedException {
        try (InputStream in = Files.newInputStream(file)) {
            return RecipientCsv.read(in);
        } catch (IOException e) {
            throw NewRequestOptions.unreadable(file);
        }
    }
}
