package org.keyhopper.central.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryGroup;
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
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;

/** A directory with one account that notes what it is asked. */
final class AskedDirectory implements Directory, People, Passkeys {

    static final DirectoryUser ANNA = new DirectoryUser("1", "anna", "Anna", "", DirectoryUser.AccountState.ENABLED);
    static final EnrolmentOptions OPTIONS = options(Instant.MAX);

    private static final DirectoryAccount CONTOSO = new DirectoryAccount("contoso", "test", new Settings(Map.of()));

    /** Null for a fault. */
    volatile Answer<DirectoryUser> found = Answer.done(ANNA);

    volatile EnrolmentOptions options = OPTIONS;
    volatile List<DirectoryUser> members = List.of();
    volatile boolean stateless = true;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    static EnrolmentOptions options(Instant expires) {
        return new EnrolmentOptions(
                "",
                new EnrolmentOptions.RelyingParty("contoso.example", "Contoso", "https://contoso.example"),
                new EnrolmentOptions.Account(new byte[] {9}, "anna", "Anna"),
                "challenge",
                List.of(-7),
                List.of(),
                EnrolmentOptions.Extensions.NONE,
                EnrolmentOptions.Attestation.DIRECT,
                expires);
    }

    List<String> calls() {
        return calls;
    }

    private <T> Answer<T> answer(String call, Answer<T> answer) {
        calls.add(call);
        return answer;
    }

    /** Returns the directories of which this is the only one. */
    Directories directories() {
        return new Directories() {
            @Override
            public DirectoryAccounts accounts() {
                return new OneAccount(() -> CONTOSO);
            }

            @Override
            public List<DirectoryConnector> connectors() {
                return List.of();
            }

            @Override
            public Answer<Directory> open(String name, DirectoryPrompts prompts) {
                return Answer.done(AskedDirectory.this);
            }

            @Override
            public List<Finding> check(DirectoryAccount account, Secrets secrets, DirectoryPrompts prompts) {
                return List.of();
            }
        };
    }

    @Override
    public DirectoryCapabilities capabilities() {
        return new DirectoryCapabilities(stateless, 100, Optional.empty());
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
    public Answer<DirectoryUser> find(String reference) {
        return answer("find", found);
    }

    @Override
    public Answer<List<DirectoryUser>> search(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<List<DirectoryGroup>> searchGroups(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<List<DirectoryUser>> membersOf(String group, IntPredicate proceed) {
        return answer("members", Answer.done(members));
    }

    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        return answer("begin", Answer.done(options));
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
