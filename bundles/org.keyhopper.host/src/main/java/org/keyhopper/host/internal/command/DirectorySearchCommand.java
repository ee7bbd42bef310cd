package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches people and groups. */
@Command(
        name = "search",
        description = "Lists groups and people whose name, account or email address begins with the text.")
final class DirectorySearchCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the directory.")
    private String name;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The beginning of a name.")
    private String text;

    @Option(
            names = "--limit",
            defaultValue = "50",
            description = "The maximum number of each (default ${DEFAULT-VALUE}).")
    private int limit;

    DirectorySearchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        try (Directory directory = DirectoryAccess.named(context, name)) {
            DirectoryAccess.result(directory.people().searchGroups(text, limit)).forEach(this::print);
            DirectoryAccess.result(directory.people().search(text, limit)).forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private void print(DirectoryGroup group) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", "group");
        json.addProperty("id", group.id());
        json.addProperty("displayName", group.name());
        context.output().printObject(json);
        context.output().print("group   " + group.name());
    }

    private void print(DirectoryUser user) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", user.kind() == DirectoryUser.Kind.GUEST ? "guest" : "person");
        json.addProperty("id", user.id());
        json.addProperty("user", user.userName());
        json.addProperty("displayName", user.displayName());
        json.addProperty("email", user.email());
        json.addProperty("state", user.state().name());
        context.output().printObject(json);
        boolean usual = user.state() != DirectoryUser.AccountState.DISABLED;
        String kind = user.kind() == DirectoryUser.Kind.GUEST ? "guest   " : "person  ";
        context.output()
                .print(kind + user.displayName() + "  " + user.userName()
                        + (usual ? "" : "  " + user.state().name().toLowerCase(Locale.ROOT)));
    }
}
