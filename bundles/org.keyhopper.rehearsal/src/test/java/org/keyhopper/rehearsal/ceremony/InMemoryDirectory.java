package org.keyhopper.rehearsal.ceremony;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.api.directory.DirectoryConnector;
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
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.fido.Authenticators;

/** A directory in memory that accepts any user and verifies registrations as a relying party. */
final class InMemoryDirectory implements DirectoryConnector, Directory, People, Passkeys {

    private static final String RP = "login.example.org";

    /** Credentials by handle. */
    final Map<String, NewCredential> registered = new LinkedHashMap<>();

    boolean refusesEverything;
    private final SecureRandom random = new SecureRandom();
    private AuthenticatorInfo seen;

    @Override
    public String type() {
        return "small";
    }

    @Override
    public String displayName() {
        return "Small";
    }

    @Override
    public SettingsDescription settings() {
        return new SettingsDescription(List.of());
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return List.of();
    }

    @Override
    public Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts) {
        return Answer.done(this);
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
        // It stays open for the next run.
    }

    @Override
    public Answer<DirectoryUser> find(String reference) {
        return Answer.done(new DirectoryUser(reference, reference, reference, "", DirectoryUser.AccountState.ENABLED));
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
        return Answer.done(List.of());
    }

    @Override
    public synchronized Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        seen = device;
        return Answer.done(Eligibility.of(List.of()));
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        byte[] challenge = new byte[32];
        random.nextBytes(challenge);
        return Answer.done(new EnrolmentOptions(
                "",
                new EnrolmentOptions.RelyingParty(RP, "Example", "https://" + RP),
                new EnrolmentOptions.Account(user.id().getBytes(), user.userName(), user.displayName()),
                Base64.getUrlEncoder().withoutPadding().encodeToString(challenge),
                List.of(-7, -257),
                registered.values().stream().map(NewCredential::id).toList(),
                new EnrolmentOptions.Extensions(true, OptionalInt.of(1), false),
                EnrolmentOptions.Attestation.DIRECT,
                Instant.now().plusSeconds(300)));
    }

    @Override
    public synchronized Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        if (refusesEverything) {
            return Answer.failed(Problem.of(DirectoryProblem.REFUSED, "400"));
        }
        Optional<Problem> problem = Authenticators.verifier().checkNew(credential, options, seen);
        if (problem.isPresent()) {
            return Answer.failed(problem.get());
        }
        String handle = "passkey-" + registered.size();
        registered.put(handle, credential);
        return Answer.done(shown(handle));
    }

    @Override
    public synchronized Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return Answer.done(registered.keySet().stream().map(this::shown).toList());
    }

    @Override
    public synchronized Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        return registered.containsKey(passkeyId)
                ? Answer.done(shown(passkeyId))
                : Answer.failed(Problem.of(DirectoryProblem.NOT_READ_BACK));
    }

    @Override
    public synchronized Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return Answer.done(registered.remove(passkeyId) != null);
    }

    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return Answer.done(false);
    }

    private RegisteredPasskey shown(String handle) {
        return new RegisteredPasskey(
                handle, Set.of(registered.get(handle).id()), "", Optional.empty(), Optional.empty());
    }
}
