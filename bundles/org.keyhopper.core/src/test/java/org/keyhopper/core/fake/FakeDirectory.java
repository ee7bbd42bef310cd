package org.keyhopper.core.fake;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.directory.RegisteredPasskey;

/** A directory with people and passkeys that can be told to fail at any call. Any thread. */
public final class FakeDirectory implements Directory, People, Passkeys {

    public static final String RP = "login.example";

    /** What it can be asked. */
    public enum Call {
        FIND,
        ELIGIBILITY,
        BEGIN,
        COMPLETE,
        LIST,
        READ_BACK,
        DELETE,
        ABANDON
    }

    /** How a call can go wrong. */
    public enum Mishap {
        REFUSED,
        UNCLEAR_BUT_DONE,
        UNCLEAR_AND_NOT_DONE,
        FAULT
    }

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public final Map<String, DirectoryUser> users = new LinkedHashMap<>();

    /** Passkeys by handle, with their owners. */
    public final Map<String, Registered> passkeys = new LinkedHashMap<>();

    /** Enrolments begun and neither completed nor abandoned. */
    public final Set<String> pending = new LinkedHashSet<>();

    public final List<CredentialId> exclude = new ArrayList<>();
    public final List<Problem> obstacles = new ArrayList<>();
    public boolean attestationEnforced;
    public Problem refusal = Problem.of(DirectoryProblem.REFUSED, "400");
    public Instant expires = Instant.MAX;
    public boolean hidesIds;
    /** Whether it keeps an enrolment begun, and tells under which id it will list the passkey. */
    public boolean tellsHandles = true;
    /** The name under which a passkey was to be registered last. */
    public volatile String lastName = "";
    /** UTF-16 code units a passkey's name may have. */
    public int maxNameLength = Integer.MAX_VALUE;

    public boolean listsNothing;
    public boolean showsAnother;
    public volatile boolean closed;

    /** What the next registrations are answered instead of being carried out, each in its turn. */
    public final Deque<Answer<RegisteredPasskey>> outages = new ArrayDeque<>();
    /** Runs when a credential is about to be registered, on the thread that asks. */
    public Runnable beforeComplete = () -> {};
    /** Runs before it lists passkeys, on the thread that asks. */
    public volatile Runnable beforeList = () -> {};
    /** Runs before it is asked for its word on a passkey; may wait. */
    public volatile Runnable beforeReadBack = () -> {};

    private final Map<Call, Mishap> mishaps = new EnumMap<>(Call.class);
    private final Map<String, Problem> unfindable = new HashMap<>();
    private int made;

    /** One passkey. */
    public record Registered(String userId, CredentialId credential) {}

    public synchronized FakeDirectory with(String... names) {
        for (String name : names) {
            users.put(name, new DirectoryUser("id-" + name, name, name, "", DirectoryUser.AccountState.ENABLED));
        }
        return this;
    }

    public synchronized void disable(String name) {
        users.put(name, new DirectoryUser("id-" + name, name, name, "", DirectoryUser.AccountState.DISABLED));
    }

    public synchronized void unfindable(String name, Problem problem) {
        unfindable.put(name, problem);
    }

    public synchronized FakeDirectory failingAt(Call call, Mishap mishap) {
        mishaps.put(call, mishap);
        return this;
    }

    public synchronized void recover() {
        mishaps.clear();
        unfindable.clear();
    }

    public synchronized List<Registered> of(String userId) {
        return passkeys.values().stream()
                .filter(passkey -> passkey.userId().equals(userId))
                .toList();
    }

    @Override
    public DirectoryCapabilities capabilities() {
        return new DirectoryCapabilities(false, maxNameLength, Optional.empty());
    }

    @Override
    public People people() {
        return this;
    }

    @Override
    public Passkeys passkeys() {
        return this;
    }

    @Override
    public List<Finding> examine() {
        return List.of();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    @Override
    public synchronized Answer<DirectoryUser> find(String reference) {
        if (unfindable.containsKey(reference)) {
            return Answer.failed(unfindable.get(reference));
        }
        return call(Call.FIND, () -> users.values().stream()
                .filter(user -> user.userName().equals(reference) || user.id().equals(reference))
                .findFirst()
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(Problem.of(DirectoryProblem.USER_NOT_FOUND, reference))));
    }

    @Override
    public Answer<List<DirectoryUser>> search(String text, int limit) {
        throw new UnsupportedOperationException("nobody searches");
    }

    @Override
    public Answer<List<DirectoryGroup>> searchGroups(String text, int limit) {
        throw new UnsupportedOperationException("nobody searches");
    }

    @Override
    public Answer<List<DirectoryUser>> membersOf(String group, IntPredicate goesOn) {
        throw new UnsupportedOperationException("nobody asks for groups");
    }

    @Override
    public synchronized Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        return call(Call.ELIGIBILITY, () -> Answer.done(new Eligibility(obstacles, attestationEnforced)));
    }

    @Override
    public synchronized Answer<EnrolmentOptions> begin(DirectoryUser user) {
        return call(Call.BEGIN, () -> {
            String enrolment = tellsHandles ? "passkey-" + ++made : "";
            if (tellsHandles) {
                pending.add(enrolment);
            }
            return Answer.done(new EnrolmentOptions(
                    enrolment,
                    new EnrolmentOptions.RelyingParty(RP, "Example", "https://" + RP),
                    new EnrolmentOptions.Account(new byte[] {1}, user.userName(), user.displayName()),
                    "AAAA",
                    List.of(-7),
                    exclude,
                    EnrolmentOptions.Extensions.NONE,
                    EnrolmentOptions.Attestation.DIRECT,
                    expires));
        });
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        lastName = displayName;
        beforeComplete.run();
        return register(user, options, credential);
    }

    private synchronized Answer<RegisteredPasskey> register(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential) {
        if (!outages.isEmpty()) {
            calls.add(Call.COMPLETE);
            return outages.poll();
        }
        return call(Call.COMPLETE, () -> {
            String handle = tellsHandles ? options.enrolmentId() : "passkey-" + ++made;
            passkeys.put(handle, new Registered(user.id(), credential.id()));
            pending.remove(options.enrolmentId());
            return Answer.done(shown(handle));
        });
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        beforeList.run();
        return listed(user);
    }

    private synchronized Answer<List<RegisteredPasskey>> listed(DirectoryUser user) {
        return call(
                Call.LIST,
                () -> Answer.done(passkeys.entrySet().stream()
                        .filter(entry ->
                                !listsNothing && entry.getValue().userId().equals(user.id()))
                        .map(entry -> shown(entry.getKey()))
                        .toList()));
    }

    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        beforeReadBack.run();
        return readBackNow(passkeyId);
    }

    private synchronized Answer<RegisteredPasskey> readBackNow(String passkeyId) {
        return call(
                Call.READ_BACK,
                () -> passkeys.containsKey(passkeyId)
                        ? Answer.done(shown(passkeyId))
                        : Answer.failed(Problem.of(DirectoryProblem.NOT_READ_BACK)));
    }

    @Override
    public synchronized Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return call(Call.DELETE, () -> Answer.done(passkeys.remove(passkeyId) != null));
    }

    @Override
    public synchronized Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return call(Call.ABANDON, () -> {
            boolean all = enrolmentId.isEmpty();
            return Answer.done(pending.removeIf(id -> all || id.equals(enrolmentId)));
        });
    }

    private RegisteredPasskey shown(String handle) {
        CredentialId real = passkeys.get(handle).credential();
        CredentialId seen = showsAnother ? CredentialId.of(new byte[] {9, 9}) : real;
        return new RegisteredPasskey(
                handle, hidesIds ? Set.of() : Set.of(seen), "", Optional.empty(), Optional.empty());
    }

    private <T> Answer<T> call(Call call, Supplier<Answer<T>> doing) {
        calls.add(call);
        Mishap mishap = mishaps.get(call);
        if (mishap == null) {
            return doing.get();
        }
        return switch (mishap) {
            case REFUSED -> Answer.failed(refusal);
            case UNCLEAR_AND_NOT_DONE -> Answer.unclear(Problem.of(DirectoryProblem.NO_ANSWER));
            case UNCLEAR_BUT_DONE ->
                doing.get().flatMap(done -> Answer.unclear(Problem.of(DirectoryProblem.NO_ANSWER)));
            case FAULT -> throw new IllegalStateException("a fault of the connector");
        };
    }
}
