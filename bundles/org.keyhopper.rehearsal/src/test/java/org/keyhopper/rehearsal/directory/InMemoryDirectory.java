package org.keyhopper.rehearsal.directory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.fido.Authenticators;

/**
 * A directory in memory that accepts any person, and keeps the passkeys of each account and the enrolments that were begun and
 * not ended. It outlives the process that uses it.
 */
public final class InMemoryDirectory implements Directory, People, Passkeys {

    public static final String RP = "login.example.org";

    /** Called before and after each change; throws where the process shall die. */
    public Runnable moment = () -> {};

    public boolean losesAnswers;

    /** The calls whose next answer is lost after its effect. */
    public final Set<String> nextAnswersLost = new HashSet<>();

    /** The clock of Central's computer, by which a connector computes when options expire. */
    public Clock clock = Clock.systemUTC();

    /** Whether registrations get no answer and have no effect yet. */
    public boolean losesRegistrations;

    public Optional<Problem> unreachable = Optional.empty();
    public Optional<Problem> refusal = Optional.empty();

    /** The obstacle that is removed when an enrolment begins, if that is confirmed. */
    public Optional<Problem> removable = Optional.empty();

    /** Of the session that was opened last. */
    public DirectoryPrompts prompts;

    /** What the directory calls the account with this reference; the reference where it is absent. */
    public final Map<String, String> ids = new LinkedHashMap<>();

    /** The references of accounts that were deleted. */
    public final Set<String> deleted = new HashSet<>();

    /** The ids of those who are in every group. */
    public final List<String> members = new ArrayList<>();

    private final boolean verifies;
    private final Map<String, Map<String, NewCredential>> passkeys = new LinkedHashMap<>();
    private final List<String> pending = new ArrayList<>();
    private int numbers;
    private AuthenticatorInfo device;

    private InMemoryDirectory(boolean verifies) {
        this.verifies = verifies;
    }

    /** Returns a directory that verifies nothing, so that only Central stands between a hostile station and an account. */
    public static InMemoryDirectory trusting() {
        return new InMemoryDirectory(false);
    }

    /** Returns a directory that verifies registrations as a relying party, and asks for extensions. */
    public static InMemoryDirectory verifying() {
        return new InMemoryDirectory(true);
    }

    public List<CredentialId> of(String user) {
        return passkeys.getOrDefault(user, Map.of()).values().stream()
                .map(NewCredential::id)
                .toList();
    }

    public List<String> pending() {
        return List.copyOf(pending);
    }

    @Override
    public DirectoryCapabilities capabilities() {
        return DirectoryCapabilities.NONE;
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
    public void close() {
        // Outlives a killed server.
    }

    @Override
    public Answer<DirectoryUser> find(String reference) {
        if (deleted.contains(reference)) {
            return Answer.failed(Problem.of(DirectoryProblem.USER_NOT_FOUND, reference));
        }
        String id = ids.getOrDefault(reference, reference);
        return Answer.done(new DirectoryUser(id, reference, reference, "", DirectoryUser.AccountState.ENABLED));
    }

    @Override
    public Answer<List<DirectoryUser>> search(String text, int limit) {
        return Answer.done(List.of());
    }

    @Override
    public Answer<List<DirectoryGroup>> searchGroups(String text, int limit) {
        return Answer.done(List.of());
    }

    @Override
    public Answer<List<DirectoryUser>> membersOf(String group, IntPredicate goesOn) {
        return unreachable.isPresent()
                ? Answer.failed(unreachable.get())
                : Answer.done(members.stream()
                        .map(id -> new DirectoryUser(id, id, id, "", DirectoryUser.AccountState.ENABLED))
                        .toList());
    }

    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo info) {
        device = info;
        return Answer.done(Eligibility.of(List.of()));
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        if (removable.isPresent() && !prompts.confirmChange(removable.get())) {
            return Answer.failed(removable.get());
        }
        removable = Optional.empty();
        moment.run();
        String id = "enrolment-" + ++numbers;
        pending.add(user.id() + ":" + id);
        moment.run();
        return answer(
                "begin",
                Answer.done(new EnrolmentOptions(
                        id,
                        new EnrolmentOptions.RelyingParty(RP, "Example", "https://" + RP),
                        new EnrolmentOptions.Account(user.id().getBytes(), user.userName(), user.displayName()),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(("challenge of " + id).getBytes()),
                        List.of(-7, -257),
                        verifies ? of(user.id()) : List.of(),
                        verifies
                                ? new EnrolmentOptions.Extensions(true, OptionalInt.of(1), false)
                                : EnrolmentOptions.Extensions.NONE,
                        EnrolmentOptions.Attestation.DIRECT,
                        clock.instant().plusSeconds(300))));
    }

    private <T> Answer<T> answer(String call, Answer<T> answer) {
        return nextAnswersLost.remove(call) ? Answer.unclear(Problem.of(DirectoryProblem.NO_ANSWER)) : answer;
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        moment.run();
        if (refusal.isPresent()) {
            return Answer.failed(refusal.get());
        }
        Optional<Problem> wrong =
                verifies ? Authenticators.verifier().checkNew(credential, options, device) : Optional.empty();
        if (wrong.isPresent()) {
            return Answer.failed(wrong.get());
        }
        if (losesRegistrations) {
            return Answer.unclear(Problem.of(DirectoryProblem.NO_ANSWER));
        }
        String handle = options.enrolmentId();
        boolean twice =
                passkeys.computeIfAbsent(user.id(), id -> new LinkedHashMap<>()).put(handle, credential) != null;
        if (twice) {
            throw new AssertionError("registered twice: " + handle);
        }
        pending.remove(user.id() + ":" + handle);
        moment.run();
        return losesAnswers
                ? Answer.unclear(Problem.of(DirectoryProblem.NO_ANSWER))
                : answer("complete", Answer.done(shown(user, handle)));
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return answer(
                "list",
                Answer.done(passkeys.getOrDefault(user.id(), Map.of()).keySet().stream()
                        .map(handle -> shown(user, handle))
                        .toList()));
    }

    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        moment.run();
        return answer(
                "readBack",
                passkeys.getOrDefault(user.id(), Map.of()).containsKey(passkeyId)
                        ? Answer.done(shown(user, passkeyId))
                        : Answer.failed(Problem.of(DirectoryProblem.NOT_READ_BACK)));
    }

    @Override
    public Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        moment.run();
        boolean removed = passkeys.getOrDefault(user.id(), Map.of()).remove(passkeyId) != null;
        moment.run();
        return answer("delete", Answer.done(removed));
    }

    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        moment.run();
        boolean removed = pending.removeIf(it ->
                enrolmentId.isEmpty() ? it.startsWith(user.id() + ":") : it.equals(user.id() + ":" + enrolmentId));
        moment.run();
        return answer("abandon", Answer.done(removed));
    }

    private RegisteredPasskey shown(DirectoryUser user, String handle) {
        return new RegisteredPasskey(
                handle, Set.of(passkeys.get(user.id()).get(handle).id()), "", Optional.empty(), Optional.empty());
    }
}
