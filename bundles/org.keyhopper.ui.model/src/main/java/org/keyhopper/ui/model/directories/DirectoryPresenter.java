package org.keyhopper.ui.model.directories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.texts.SettingTexts;
import org.keyhopper.ui.model.DeskEnvironment;
import org.keyhopper.ui.model.Feed;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.SignIn;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.directories.DirectoriesState.Kind;

/**
 * The form for a directory's settings, made from what its connector describes. Fast; the form's methods are called on
 * one thread, that of the screen.
 */
public final class DirectoryPresenter implements AutoCloseable {

    private final DeskEnvironment desk;
    private final SettingTexts texts;
    private final SignIn signIn;
    private final Feed<DirectoriesState> states;
    private final AtomicReference<Draft> draft = new AtomicReference<>();
    private final AtomicReference<SignIn.Attempt> testing = new AtomicReference<>();

    /** What is typed so far. */
    private record Draft(
            boolean isNew,
            String name,
            DirectoryConnector connector,
            Map<String, String> values,
            TypedSecrets secrets) {

        DirectoryAccount account() {
            return new DirectoryAccount(name.strip(), connector.type(), new Settings(values));
        }
    }

    public DirectoryPresenter(DeskEnvironment desk, SignIn signIn) {
        this.desk = desk;
        this.texts = SettingTexts.in(desk.messages().locale());
        this.signIn = signIn;
        states = new Feed<>(new DirectoriesState(List.of(), kinds(), Optional.empty(), Optional.empty()), desk.pace());
        desk.inBackground(this::readLines, this::tell);
        if (locked()) {
            tell(new Notice(desk.sentence(Problem.of(PolicyProblem.DIRECTORIES_LOCKED)), Tint.ATTENTION));
        }
    }

    /** Returns whether the policy keeps directories as they are; then none is opened either. */
    private boolean locked() {
        return desk.station().policy().locks().directories();
    }

    public Feed<DirectoriesState> states() {
        return states;
    }

    /** Begins a new directory of a kind. */
    public void add(String type) {
        connector(type).ifPresent(connector -> {
            TypedSecrets secrets = new TypedSecrets(directories().accounts().secretsOf(""));
            begin(new Draft(true, "", connector, new HashMap<>(), secrets));
        });
    }

    /** Opens a configured directory. */
    public void edit(String name) {
        if (locked()) {
            return;
        }
        directories().accounts().find(name).ifPresent(account -> connector(account.type())
                .ifPresent(connector -> begin(new Draft(
                        false,
                        name,
                        connector,
                        new HashMap<>(account.settings().values()),
                        new TypedSecrets(directories().accounts().secretsOf(name))))));
    }

    /** Returns whether this configured directory is open, so that opening it again would only drop what was typed. */
    public boolean isOpen(String name) {
        Draft now = draft.get();
        return now != null && !now.isNew() && now.name().equals(name);
    }

    public void remove(String name) {
        desk.inBackground(
                () -> {
                    directories().accounts().remove(name);
                    close();
                    readLines();
                },
                this::tell);
    }

    public void name(String name) {
        Draft old = draft.get();
        TypedSecrets secrets = old.secrets();
        draft.set(new Draft(old.isNew(), name, old.connector(), old.values(), secrets));
        show(List.of(), false);
    }

    public void value(String key, String value) {
        draft.get().values().put(key, value);
        show(List.of(), false);
    }

    /** Takes a secret; the caller wipes its array. An empty one leaves what is kept. */
    public void secret(String key, char[] value) {
        try (Secret secret = Secret.of(value)) {
            if (secret.isEmpty()) {
                draft.get().secrets().forget(key);
            } else {
                draft.get().secrets().put(key, secret);
            }
        }
        show(List.of(), false);
    }

    /** Tries the settings as they are, without keeping them; asked again meanwhile, gives up a sign-in that waits for a person. */
    public void test() {
        SignIn.Attempt mine = signIn.begin(this::tell);
        SignIn.Attempt before = testing.getAndUpdate(now -> now == null ? mine : now);
        if (before != null) {
            before.cancel();
            return;
        }
        Draft tried = draft.get();
        show(List.of(), true);
        desk.inBackground(() -> examine(tried, mine), notice -> {
            testing.compareAndSet(mine, null);
            tell(notice);
        });
    }

    private void examine(Draft tried, SignIn.Attempt mine) {
        List<Finding> findings = directories().tryOut(tried.account(), tried.secrets(), mine);
        signIn.done();
        testing.compareAndSet(mine, null);
        if (draft.get() == tried) {
            show(findings.stream().map(this::finding).toList(), false);
        }
    }

    /** Keeps the settings, unless something is wrong with them; {@code then} runs on a worker thread afterwards. */
    public void save(Runnable then) {
        Draft kept = draft.get();
        if (fault(kept).isEmpty()) {
            desk.inBackground(
                    () -> {
                        directories().accounts().put(kept.account());
                        kept.secrets()
                                .keepAs(directories()
                                        .accounts()
                                        .secretsOf(kept.account().name()));
                        close();
                        readLines();
                        then.run();
                    },
                    this::tell);
        }
    }

    /** Drops what was typed, and gives up a test that is under way. */
    @Override
    public void close() {
        Optional.ofNullable(testing.getAndSet(null)).ifPresent(SignIn.Attempt::cancel);
        Draft old = draft.getAndSet(null);
        if (old != null) {
            old.secrets().close();
        }
        states.update(state -> state.with(Optional.empty()));
    }

    private void begin(Draft next) {
        close();
        draft.set(next);
        show(List.of(), false);
    }

    private void show(List<FindingRow> findings, boolean testing) {
        Draft now = draft.get();
        List<FieldRow> fields = now.connector().settings().fields().stream()
                .map(field -> row(now, field))
                .toList();
        DirectoryForm form = new DirectoryForm(
                now.isNew(), now.name(), now.connector().displayName(), fields, fault(now), testing, findings);
        states.update(state -> state.with(Optional.of(form)));
    }

    private FieldRow row(Draft now, SettingField field) {
        boolean kept = field.isSecret() && now.secrets().isKept(field.key());
        String value = field.isSecret() ? "" : now.values().getOrDefault(field.key(), "");
        boolean given = kept || !value.isBlank() || now.secrets().isTyped(field.key());
        boolean lacking = field.need() == SettingField.Need.REQUIRED && !given;
        return new FieldRow(words(now, field), value, kept, lacking ? desk.text("directory.required") : "");
    }

    private SettingField words(Draft now, SettingField field) {
        return texts.of(now.connector().type(), field);
    }

    private String fault(Draft now) {
        if (now.name().isBlank()) {
            return desk.text("directory.name.missing");
        }
        if (now.isNew() && directories().accounts().find(now.name().strip()).isPresent()) {
            return desk.text("directory.name.taken", now.name().strip());
        }
        List<String> faults = new ArrayList<>();
        for (SettingField field : now.connector().settings().fields()) {
            if (!row(now, field).fault().isEmpty()) {
                faults.add(desk.text("directory.lacking", words(now, field).label()));
            }
        }
        if (faults.isEmpty()) {
            now.connector()
                    .check(new Settings(now.values()), now.secrets())
                    .forEach(problem -> faults.add(desk.sentence(problem)));
        }
        return String.join(" ", faults);
    }

    private FindingRow finding(Finding finding) {
        String trouble = finding.problem().map(desk::sentence).orElse("");
        String subject = texts.subject(finding);
        return new FindingRow(
                finding.made()
                        .map(made -> desk.text("directory.made", subject, made.relyingParty(), made.origin()))
                        .orElse(subject),
                trouble);
    }

    private void readLines() {
        List<DirectoryLine> lines = directories().accounts().list().stream()
                .map(account -> new DirectoryLine(account.name(), kindName(account.type())))
                .toList();
        states.update(state -> new DirectoriesState(lines, kinds(), state.form(), state.notice()));
    }

    private String kindName(String type) {
        return connector(type)
                .map(DirectoryConnector::displayName)
                .orElseGet(() -> desk.text("directory.unknown", type));
    }

    private List<Kind> kinds() {
        if (locked()) {
            return List.of();
        }
        return directories().connectors().stream()
                .map(connector -> new Kind(connector.type(), connector.displayName()))
                .toList();
    }

    private Optional<DirectoryConnector> connector(String type) {
        return directories().connectors().stream()
                .filter(connector -> connector.type().equals(type))
                .findFirst();
    }

    private Directories directories() {
        return desk.station().directories();
    }

    private void tell(Notice notice) {
        states.update(state -> state.tell(notice));
    }
}
