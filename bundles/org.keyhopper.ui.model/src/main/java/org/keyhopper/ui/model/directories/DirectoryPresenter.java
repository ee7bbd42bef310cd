package org.keyhopper.ui.model.directories;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.directories.DirectoriesState.Kind;

/**
 * Edits the settings of directories in forms generated from the connectors' declarations. Fast; the methods that
 * change the form are called on the UI thread.
 */
public final class DirectoryPresenter implements AutoCloseable {

    private final WorkbenchContext context;
    private final FormLabels labels;
    private final DirectoryInteraction signIn;
    private final ObservableState<DirectoriesState> states;
    private final AtomicReference<DirectoryDraft> draft = new AtomicReference<>();
    /** Whether there are unsaved changes. */
    private final AtomicBoolean typed = new AtomicBoolean();

    private final AtomicReference<DirectoryInteraction.Attempt> testing = new AtomicReference<>();

    /** Which call opens a directory; others are outdated. */
    private final AtomicReference<Object> opening = new AtomicReference<>();

    /** Counts the changes of the form. */
    private final AtomicInteger changes = new AtomicInteger();

    public DirectoryPresenter(WorkbenchContext context, DirectoryInteraction signIn) {
        this.context = context;
        labels = new FormLabels(context);
        this.signIn = signIn;
        states = new ObservableState<>(
                new DirectoriesState(List.of(), kinds(), "", Optional.empty(), Optional.empty()),
                context.rateLimiter());
        context.inBackground(this::readLines, this::showNotice);
        if (locked()) {
            showNotice(context.notice(Problem.of(PolicyProblem.DIRECTORIES_LOCKED), Tint.ATTENTION));
        }
    }

    /** Returns whether the policy locks the directories; then none can be opened either. */
    private boolean locked() {
        return context.station().policy().locks().directories();
    }

    public ObservableState<DirectoriesState> states() {
        return states;
    }

    /** Opens the form of a new directory. */
    public void add(String type) {
        connector(type).ifPresent(connector -> begin(DirectoryDraft.ofNew(connector)));
    }

    /** Opens a configured directory. */
    public void edit(String name) {
        if (locked()) {
            return;
        }
        close();
        Object mine = new Object();
        opening.set(mine);
        context.inBackground(() -> open(name, mine), this::showNotice);
    }

    /** Reading which secrets are kept may take the time of the system's key store. */
    private void open(String name, Object mine) {
        DirectoryAccounts accounts = directories().accounts();
        Optional<DirectoryDraft> found = accounts.find(name).flatMap(account -> connector(account.type())
                .map(connector -> DirectoryDraft.of(account, connector, accounts)));
        found.filter(ready -> opening.compareAndSet(mine, null)).ifPresent(this::begin);
    }

    /** Returns whether this configured directory is open; opening it again would only discard changes. */
    public boolean isOpen(String name) {
        DirectoryDraft now = draft.get();
        return now != null && !now.isNew() && now.name().equals(name);
    }

    /** Returns whether closing, or opening another directory, would discard changes. */
    public boolean hasUnsaved() {
        return draft.get() != null && typed.get();
    }

    public void remove(String name) {
        context.inBackground(
                () -> {
                    directories().accounts().remove(name);
                    if (isOpen(name)) {
                        close();
                    }
                    readLines();
                },
                this::showNotice);
    }

    public void name(String name) {
        change(old -> draft.set(old.withName(name)));
    }

    public void value(String key, String value) {
        change(now -> now.values().put(key, value));
    }

    /** Sets a secret; the caller clears its array. An empty value keeps the stored secret. */
    public void secret(String key, char[] value) {
        change(now -> {
            try (Secret secret = Secret.of(value)) {
                if (secret.isEmpty()) {
                    now.secrets().forget(key);
                } else {
                    now.secrets().put(key, secret);
                }
            }
        });
    }

    /** Ignores changes after the settings were saved, as the form may still be visible. */
    private void change(Consumer<DirectoryDraft> typing) {
        DirectoryDraft now = draft.get();
        if (now != null) {
            typed.set(true);
            typing.accept(now);
            changes.incrementAndGet();
            show(List.of(), testing.get() != null);
        }
    }

    /** Tests the connection with the unsaved settings; if a test is in progress, cancels its sign-in instead. */
    public void test() {
        if (draft.get() == null) {
            return;
        }
        DirectoryDraft tried = draft.get();
        DirectoryInteraction.Attempt mine = signIn.begin(notice -> {
            if (isOpen(tried)) {
                showNotice(notice);
            }
        });
        DirectoryInteraction.Attempt before = testing.getAndUpdate(now -> now == null ? mine : now);
        if (before != null) {
            before.cancel();
            return;
        }
        show(List.of(), true);
        context.inBackground(() -> examine(tried, mine), notice -> {
            if (isOpen(tried)) {
                show(List.of(), false);
                showNotice(notice);
            }
        });
    }

    private void examine(DirectoryDraft tried, DirectoryInteraction.Attempt mine) {
        List<Finding> findings;
        int before = changes.get();
        try {
            findings = directories().check(tried.account(), tried.secrets(), mine);
        } finally {
            mine.closeDeviceCode();
            testing.compareAndSet(mine, null);
        }
        if (changes.get() != before && isOpen(tried)) {
            show(List.of(), false);
            showNotice(new Notice(context.text("directory.test.outdated"), Tint.ATTENTION));
        } else if (draft.get() == tried) {
            show(
                    findings.stream()
                            .map(finding -> labels.finding(tried, finding))
                            .toList(),
                    false);
        }
    }

    /** Saves the settings, once, unless they are invalid; {@code then} runs on a worker thread afterwards. */
    public void save(Runnable then) {
        DirectoryDraft kept = draft.get();
        if (kept != null && labels.fault(kept).isEmpty() && draft.compareAndSet(kept, null)) {
            context.inBackground(
                    () -> {
                        keep(kept);
                        context.inBackground(
                                () -> {
                                    readLines();
                                    then.run();
                                },
                                this::showNotice);
                    },
                    notice -> {
                        draft.compareAndSet(null, kept);
                        showNotice(notice);
                    });
        }
    }

    private void keep(DirectoryDraft kept) {
        kept.save(directories().accounts());
        if (draft.get() == null) {
            close();
        }
    }

    /** Discards the changes and cancels a test in progress. */
    @Override
    public void close() {
        opening.set(null);
        Optional.ofNullable(testing.getAndSet(null)).ifPresent(DirectoryInteraction.Attempt::cancel);
        DirectoryDraft old = draft.getAndSet(null);
        if (old != null) {
            old.secrets().close();
        }
        states.update(state -> state.with(Optional.empty()));
    }

    private void begin(DirectoryDraft next) {
        close();
        draft.set(next);
        typed.set(false);
        show(List.of(), false);
    }

    private void show(List<FindingRow> findings, boolean testing) {
        DirectoryDraft now = draft.get();
        if (now == null) {
            return;
        }
        DirectoryForm form = labels.form(now, testing, findings);
        states.update(state -> state.with(Optional.of(form)));
    }

    private void readLines() {
        List<DirectoryRow> lines = directories().accounts().list().stream()
                .map(account -> new DirectoryRow(account.name(), kindName(account.type())))
                .toList();
        String hint = context.messages().text(lines.isEmpty() ? "directories.none" : "directories.choose");
        states.update(state -> new DirectoriesState(lines, kinds(), hint, state.form(), state.notice()));
    }

    private String kindName(String type) {
        return connector(type)
                .map(DirectoryConnector::displayName)
                .orElseGet(() -> context.text("directory.unknown", type));
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
        return context.station().directories();
    }

    /** Drops notices about a directory that is no longer open. */
    private boolean isOpen(DirectoryDraft about) {
        DirectoryDraft now = draft.get();
        return now != null && now.secrets() == about.secrets();
    }

    private void showNotice(Notice notice) {
        states.update(state -> state.withNotice(notice));
    }
}
