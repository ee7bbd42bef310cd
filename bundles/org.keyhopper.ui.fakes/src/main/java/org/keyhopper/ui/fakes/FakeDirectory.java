package org.keyhopper.ui.fakes;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.SettingField.Kind;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;

/** A directory with a few people, and its connector. */
public final class FakeDirectory implements Directory, DirectoryConnector, People {

    private final List<DirectoryUser> users;
    private boolean closed;

    /** The passkeys of the people. */
    public final FakePasskeys passkeys = new FakePasskeys();

    /** Where the sign-in of users is. */
    public Optional<URI> signInAddress = Optional.of(URI.create("https://login.example/"));

    public FakeDirectory(List<DirectoryUser> users) {
        this.users = new ArrayList<>(users);
    }

    /** Adds a person, who also becomes a member of the group Finance. */
    public void add(DirectoryUser user) {
        users.add(user);
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public DirectoryCapabilities capabilities() {
        return new DirectoryCapabilities(false, Integer.MAX_VALUE, signInAddress);
    }

    @Override
    public People people() {
        return this;
    }

    @Override
    public Passkeys passkeys() {
        return passkeys;
    }

    @Override
    public List<Finding> examine() {
        return List.of(
                Finding.good("sign-in"),
                Finding.good("passkey-policy"),
                Finding.bad("register-passkeys", Problem.of(DirectoryProblem.NOT_PERMITTED)));
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public Answer<DirectoryUser> find(String reference) {
        return users.stream()
                .filter(user -> user.userName().equals(reference) || user.id().equals(reference))
                .findFirst()
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(Problem.of(DirectoryProblem.USER_NOT_FOUND, reference)));
    }

    @Override
    public Answer<List<DirectoryUser>> search(String text, int limit) {
        String begin = text.toLowerCase(Locale.ROOT);
        return Answer.done(users.stream()
                .filter(user -> user.displayName().toLowerCase(Locale.ROOT).startsWith(begin))
                .limit(limit)
                .toList());
    }

    @Override
    public Answer<List<DirectoryGroup>> searchGroups(String text, int limit) {
        return Answer.done(Stream.of("Finance")
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT)))
                .map(name -> new DirectoryGroup(name, name))
                .limit(limit)
                .toList());
    }

    @Override
    public Answer<List<DirectoryUser>> membersOf(String group, IntPredicate goesOn) {
        if (!group.equals("Finance")) {
            return Answer.failed(Problem.of(DirectoryProblem.GROUP_NOT_FOUND, group));
        }
        for (int read = 1; read <= users.size(); read++) {
            if (!goesOn.test(read)) {
                return Answer.failed(Problem.of(DirectoryProblem.CANCELLED));
            }
        }
        return Answer.done(List.copyOf(users));
    }

    @Override
    public String type() {
        return "entra";
    }

    @Override
    public String displayName() {
        return "Microsoft Entra ID";
    }

    @Override
    public SettingsDescription settings() {
        return new SettingsDescription(List.of(
                SettingField.required("tenant", Kind.TEXT),
                SettingField.required("clientId", Kind.TEXT),
                SettingField.required("clientSecret", Kind.SECRET),
                SettingField.optional("cloud", Kind.CHOICE, "global").withChoices("global", "china"),
                SettingField.optional("certificate", Kind.FILE, "")));
    }

    /** Another cloud is at other addresses. */
    @Override
    public Set<String> addresses(Settings settings) {
        return Set.of(settings.get("cloud", "global"));
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return settings.get("tenant").filter(value -> value.contains(" ")).isPresent()
                ? List.of(Problem.of(DirectoryProblem.BAD_SETTING, "tenant", "has a space in it"))
                : List.of();
    }

    @Override
    public Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts) {
        return Answer.done(this);
    }
}
