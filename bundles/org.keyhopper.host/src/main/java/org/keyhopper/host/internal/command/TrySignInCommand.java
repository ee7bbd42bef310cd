package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.people.SignInResult;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.run.SystemBrowser;
import org.keyhopper.host.internal.run.Terminal;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the provider's sign-in in the browser, and records what the operator says about it. */
@Command(
        name = "try-sign-in",
        description = "Opens the sign-in page of a directory in the browser, to try a connected device. Your answer "
                + "is recorded in the report as a statement of the operator.")
final class TrySignInCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "DIRECTORY", description = "The name of the directory.")
    private String name;

    @ArgGroup(multiplicity = "1")
    private Whose whose;

    @Option(
            names = "--answer",
            description = "worked, failed or not-tried: records this answer without opening the page.")
    private String answer;

    /** Either a person or a device. */
    private static final class Whose {
        @Option(names = "--person", paramLabel = "USER", description = "The person; the newest device is used.")
        private String person;

        @Option(names = "--credential", description = "The passkey ID, as listed by reports and the inventory.")
        private String credential;
    }

    TrySignInCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        Optional<SignInResult> given = given();
        InventoryEntry entry = opened(given.isEmpty());
        Optional<SignInResult> result = given.isPresent() ? given : ask();
        return result.map(said -> record(entry, said)).orElse(ExitCode.HALTED);
    }

    /** Returns the passkey, after its sign-in was opened where that is wanted. */
    private InventoryEntry opened(boolean wanted) throws InputRefusedException {
        try (Directory directory = DirectoryAccess.named(context, name)) {
            InventoryEntry entry = entry(directory);
            if (wanted) {
                open(
                        entry,
                        directory
                                .capabilities()
                                .signInAddress()
                                .orElseThrow(() -> new InputRefusedException(name + " has no sign-in address.")));
            }
            return entry;
        }
    }

    private InventoryEntry entry(Directory directory) throws InputRefusedException {
        if (whose.credential != null) {
            return newest(entry -> entry.credential().base64Url().equals(whose.credential), whose.credential);
        }
        DirectoryUser user = DirectoryAccess.result(directory.people().find(whose.person));
        return newest(entry -> entry.userId().equals(user.id()), user.displayName());
    }

    private InventoryEntry newest(Predicate<InventoryEntry> wanted, String words) throws InputRefusedException {
        return context.station().inventory().list().stream()
                .filter(entry -> entry.directory().equals(name) && entry.state() == InventoryEntry.State.IN_USE)
                .filter(wanted)
                .max(Comparator.comparing(InventoryEntry::since))
                .orElseThrow(() -> new InputRefusedException(
                        "The inventory has no device in use for " + words + " at " + name + "."));
    }

    private void open(InventoryEntry entry, URI address) {
        boolean opened = SystemBrowser.open(address);
        JsonObject json = event("sign-in", entry);
        json.addProperty("address", address.toString());
        json.addProperty("opened", opened);
        context.output().printObject(json);
        context.output()
                .print(
                        opened
                                ? "Opened " + address + " in the browser. Sign in there with the device of "
                                        + entry.holder() + "."
                                : "Open " + address + " in a browser, and sign in there with the device of "
                                        + entry.holder() + ".");
    }

    private Optional<SignInResult> ask() {
        Optional<Character> typed = context.output().isJson()
                ? Optional.empty()
                : Terminal.choice("Did the sign-in work? [w]orked, [f]ailed, [n]ot tried:", "wfn");
        if (typed.isEmpty()) {
            context.output().print("Record the result with --answer worked, failed or not-tried.");
        }
        return typed.map(letter -> switch (letter) {
            case 'w' -> SignInResult.WORKED;
            case 'f' -> SignInResult.FAILED;
            default -> SignInResult.NOT_TRIED;
        });
    }

    private int record(InventoryEntry entry, SignInResult result) {
        boolean recorded = context.station().people().recordSignIn(entry, result);
        JsonObject json = event("answer", entry);
        json.addProperty("answer", word(result));
        json.addProperty("recorded", recorded);
        context.output().printObject(json);
        context.output()
                .print(
                        recorded
                                ? "The answer is recorded in the report as a statement of the operator."
                                : "The answer is not recorded: the request of this passkey was deleted or is being"
                                        + " provisioned.");
        if (!recorded) {
            return ExitCode.HALTED;
        }
        return switch (result) {
            case WORKED -> ExitCode.DONE;
            case FAILED -> ExitCode.SOME_FAILED;
            case NOT_TRIED -> ExitCode.HALTED;
        };
    }

    private Optional<SignInResult> given() throws InputRefusedException {
        if (answer == null) {
            return Optional.empty();
        }
        for (SignInResult each : SignInResult.values()) {
            if (word(each).equals(answer)) {
                return Optional.of(each);
            }
        }
        throw new InputRefusedException("The answer is worked, failed or not-tried.");
    }

    private static String word(SignInResult result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonObject event(String event, InventoryEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("event", event);
        json.addProperty("user", entry.userId());
        json.addProperty("name", entry.holder());
        json.addProperty("credentialId", entry.credential().base64Url());
        return json;
    }
}
