package org.keyhopper.host.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.people.Candidate;
import org.keyhopper.core.people.Candidates;
import org.keyhopper.core.people.LookupListener;
import org.keyhopper.core.people.PasskeyCount;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a request from people in the directory. */
@Command(
        name = "from-directory",
        description = "Creates a request from groups and people of the directory, and prints its ID. Disabled "
                + "accounts, guests, and second accounts with the same email address are left out unless they are "
                + "included explicitly.")
final class RequestFromDirectoryCommand implements Callable<Integer> {

    private static final int COUNTED_AT = 500;

    private final CommandContext context;

    @Mixin
    private NewRequestOptions request;

    @Option(names = "--group", description = "The members of a group, by name or ID. Can be repeated.")
    private List<String> groups = new ArrayList<>();

    @Option(names = "--person", description = "A person, by account, email address or ID. Can be repeated.")
    private List<String> people = new ArrayList<>();

    @Option(names = "--include", split = ",", description = "Also includes: disabled, guest, same_email.")
    private Set<Candidate.Remark> included = EnumSet.noneOf(Candidate.Remark.class);

    @Option(names = "--without-passkey", description = "Leaves out people who already have a passkey.")
    private boolean withoutPasskey;

    RequestFromDirectoryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        if (groups.isEmpty() && people.isEmpty()) {
            throw new InputRefusedException("Specify --group or --person.");
        }
        DirectoryAccess.known(context, request.directory());
        Profile wanted = request.profile(context);
        JsonObject json = new JsonObject();
        try (Directory directory = DirectoryAccess.named(context, request.directory())) {
            Candidates all = gathered(directory);
            List<Candidate> taken = all.people().stream()
                    .filter(one -> included.containsAll(one.remarks()))
                    .toList();
            json.add("leftOut", leftOut(all));
            if (withoutPasskey) {
                taken = withoutPasskey(directory, taken, json);
            }
            if (taken.isEmpty()) {
                throw new InputRefusedException("No one is left to include. No request was created.");
            }
            request.make(
                    context, wanted, taken.stream().map(Candidate::recipient).toList(), json);
        }
        return ExitCode.DONE;
    }

    private Candidates gathered(Directory directory) throws InputRefusedException {
        Candidates all = Candidates.NONE;
        for (String group : groups) {
            all = all.with(DirectoryAccess.result(directory.people().membersOf(group, this::counted)));
        }
        for (String person : people) {
            DirectoryUser user = DirectoryAccess.result(directory.people().find(person));
            all = all.with(List.of(user));
        }
        if (all.repeated() > 0) {
            context.output().printError(all.repeated() + " were listed more than once and are included once.");
        }
        return all;
    }

    private boolean counted(int count) {
        if (count >= COUNTED_AT) {
            context.output().printError(count + " people read …");
        }
        return !Thread.currentThread().isInterrupted();
    }

    /** Reports who is left out, and why. */
    private JsonArray leftOut(Candidates all) {
        JsonArray out = new JsonArray();
        for (Candidate one : all.people()) {
            if (!included.containsAll(one.remarks())) {
                String why = one.remarks().stream()
                        .filter(remark -> !included.contains(remark))
                        .map(remark -> remark.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(","));
                out.add(entry(one, why));
                context.output().printError("Left out: " + one.user().userName() + " (" + why + ")");
            }
        }
        return out;
    }

    private static JsonObject entry(Candidate one, String why) {
        JsonObject entry = new JsonObject();
        entry.addProperty("user", one.user().userName());
        entry.addProperty("why", why);
        return entry;
    }

    /**
     * Includes people whose passkeys cannot be queried: the run checks again, and the exclude list prevents duplicate
     * registrations.
     */
    private List<Candidate> withoutPasskey(Directory directory, List<Candidate> taken, JsonObject json)
            throws InputRefusedException {
        Set<String> holders = ConcurrentHashMap.newKeySet();
        LookupListener<PasskeyCount> follower = new LookupListener<>() {
            @Override
            public void found(PasskeyCount found) {
                if (found.isHolder()) {
                    holders.add(found.user().id());
                }
            }

            @Override
            public boolean proceed() {
                return true;
            }
        };
        context.output().printError("Checking which of " + taken.size() + " people have a passkey …");
        Optional<Problem> halt = context.station()
                .people()
                .countPasskeys(
                        directory.passkeys(),
                        taken.stream().map(Candidate::user).toList(),
                        follower);
        if (halt.isPresent()) {
            throw new InputRefusedException(ProblemLines.of(halt.get()));
        }
        context.output().printError(holders.size() + " have a passkey and are left out.");
        json.addProperty("havePasskey", holders.size());
        return taken.stream().filter(one -> !holders.contains(one.user().id())).toList();
    }
}
