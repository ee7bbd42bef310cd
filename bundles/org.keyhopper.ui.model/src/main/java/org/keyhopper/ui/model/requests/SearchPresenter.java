package org.keyhopper.ui.model.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.people.LookupListener;
import org.keyhopper.core.people.PasskeyCount;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.DirectorySession;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Creates a request from people in a directory. All methods are fast, on any thread. */
public final class SearchPresenter implements AutoCloseable {

    private static final int PEOPLE = 50;
    private static final int GROUPS = 20;

    private final WorkbenchContext context;
    private final DirectorySession session;
    private final TypeAhead typeAhead;
    private final CandidateSelection selection;
    private final SearchLabels labels;
    private final ObservableState<SearchState> states;
    private final Runnable publish;
    private final AtomicReference<InternalState> internal;
    private final CancellableWork work;
    private final RequestCreation creation;

    private record InternalState(
            RequestDraft draft,
            List<String> directories,
            boolean searching,
            List<FoundRow> found,
            Optional<Notice> notice) {}

    public SearchPresenter(WorkbenchContext context, DirectoryInteraction signIn) {
        this.context = context;
        labels = new SearchLabels(context);
        selection = new CandidateSelection(labels::remarks);
        work = new CancellableWork(context, this::changed, this::show);
        creation = new RequestCreation(context, this::show);
        session = new DirectorySession(context, signIn, this::show);
        typeAhead = new TypeAhead(context, this::search, this::show);
        RequestDraft draft = new RequestDraft("", "", ProfileForm.of(Profile.DEFAULT), List.of());
        internal = new AtomicReference<>(new InternalState(draft, List.of(), false, List.of(), Optional.empty()));
        states = new ObservableState<>(state(), context.rateLimiter());
        publish = context.rateLimiter().limit(() -> states.set(state()));
        context.inBackground(this::readDirectories, this::show);
    }

    public ObservableState<SearchState> states() {
        return states;
    }

    public void name(String name) {
        change(old -> with(old, old.draft().withName(name)));
    }

    /** Selects another directory; people from the previous one are dropped. */
    public void directory(String name) {
        if (!name.equals(internal.get().draft().directory())) {
            cancel();
            selection.clear();
            change(old -> new InternalState(
                    old.draft().withDirectory(name), old.directories(), false, List.of(), Optional.empty()));
        }
    }

    /** Returns the profile prescribed by the policy, which cannot be changed. */
    public Optional<ProfileForm> demanded() {
        return new PolicyProfile(context.station().policy()).form();
    }

    public void profile(ProfileForm profile) {
        change(old -> with(old, old.draft().withProfile(profile)));
    }

    /** Searches people and groups while the user types, after a short pause. */
    public void search(String text) {
        boolean enough = text.strip().length() >= SearchLabels.SHORTEST;
        change(old -> new InternalState(
                old.draft(), old.directories(), enough, enough ? old.found() : List.of(), old.notice()));
        typeAhead.typed(text.strip());
    }

    /** Adds search results: people at once, the members of a group when they have been read. */
    public void add(List<FoundRow> rows) {
        selection.add(rows.stream().flatMap(row -> row.person().stream()).toList());
        rows.stream().flatMap(row -> row.group().stream()).findFirst().ifPresent(this::take);
        changed();
    }

    public void choose(String id, boolean taken) {
        selection.choose(id, taken);
        changed();
    }

    /** Chooses everybody shown without a disqualifying remark, or deselects everybody shown. */
    public void chooseShown(boolean taken) {
        selection.chooseShown(taken);
        changed();
    }

    public void drop(List<ChoiceRow> rows) {
        selection.drop(rows.stream().map(ChoiceRow::id).toList());
        changed();
    }

    /** Shows only people whose name, account or remark contains the text. */
    public void filter(String text) {
        selection.filter(text);
        changed();
    }

    /** Excludes people who have a passkey, which is looked up where it is not known. */
    public void leaveOutHolders(boolean wanted) {
        selection.leaveOutHolders(wanted);
        changed();
        if (wanted) {
            lookForPasskeys();
        }
    }

    /** Looks up which of the chosen people have a passkey. */
    public void lookForPasskeys() {
        List<DirectoryUser> unknown = selection.unknown();
        if (!unknown.isEmpty()) {
            work.begin(labels.counting(0, unknown.size()), mine -> count(mine, unknown));
        }
    }

    /** Cancels the operation in progress; partial results are kept. */
    public void cancel() {
        work.giveUp();
    }

    /**
     * Creates the request, once, and passes on its id, on a worker thread; does nothing while the draft is
     * incomplete.
     */
    public void create(Consumer<RequestId> then) {
        RequestDraft draft = internal.get().draft().withPeople(selection.recipients());
        if (work.description().isEmpty()) {
            creation.make(draft, then);
        }
    }

    @Override
    public void close() {
        cancel();
        session.close();
    }

    private void search(String text, Consumer<Runnable> answered) {
        String name = internal.get().draft().directory();
        Answer<List<FoundRow>> answer = text.length() < SearchLabels.SHORTEST
                ? Answer.done(List.of())
                : session.ask(name, directory -> found(directory.people(), text));
        answered.accept(() -> found(name, answer, text));
    }

    /** Without permission to read groups, people are still found. */
    private Answer<List<FoundRow>> found(People people, String text) {
        List<FoundRow> rows = new ArrayList<>();
        people.searchGroups(text, GROUPS).result().orElse(List.of()).forEach(group -> rows.add(labels.row(group)));
        return people.search(text, PEOPLE).map(users -> {
            users.forEach(user -> rows.add(labels.row(user)));
            return List.copyOf(rows);
        });
    }

    private void found(String name, Answer<List<FoundRow>> answer, String text) {
        change(old -> {
            if (!old.draft().directory().equals(name)) {
                return old;
            }
            Optional<Notice> notice = answer.failure()
                    .map(problem -> context.notice(problem, Tint.BAD))
                    .or(() -> labels.found(text, answer.result().orElseThrow().size()));
            return new InternalState(
                    old.draft(), old.directories(), false, answer.result().orElse(List.of()), notice);
        });
    }

    private void take(DirectoryGroup group) {
        work.begin(labels.reading(group, 0), mine -> read(mine, group));
    }

    private void read(CancellableWork.Task mine, DirectoryGroup group) {
        String name = internal.get().draft().directory();
        Answer<List<DirectoryUser>> answer = session.ask(name, directory -> directory
                .people()
                .membersOf(group.id(), count -> mine.report(labels.reading(group, count))));
        if (!mine.proceed()) {
            return;
        }
        answer.result().ifPresent(users -> {
            selection.add(users);
            change(old -> old.draft().name().isBlank() ? with(old, old.draft().withName(group.name())) : old);
        });
        show(answer.failure()
                .map(problem -> context.notice(problem, Tint.BAD))
                .orElseGet(
                        () -> labels.taken(group, answer.result().orElseThrow().size(), selection.counts())));
    }

    private void count(CancellableWork.Task mine, List<DirectoryUser> users) {
        String name = internal.get().draft().directory();
        AtomicInteger counted = new AtomicInteger();
        Answer<Optional<Problem>> answer = session.ask(
                name,
                directory -> Answer.done(
                        context.station().people().countPasskeys(directory.passkeys(), users, new LookupListener<>() {
                            @Override
                            public void found(PasskeyCount found) {
                                selection.counted(found);
                                mine.report(labels.counting(counted.incrementAndGet(), users.size()));
                            }

                            @Override
                            public boolean proceed() {
                                return mine.proceed();
                            }
                        })));
        Optional<Problem> found = answer.failure().or(() -> answer.result().orElseThrow());
        if (mine.proceed()) {
            show(found.map(problem -> context.notice(problem, Tint.BAD))
                    .orElseGet(() -> labels.counted(selection.counts())));
        }
    }

    private void readDirectories() {
        List<String> names = context.station().directories().accounts().list().stream()
                .map(DirectoryAccount::name)
                .toList();
        change(old -> new InternalState(
                names.isEmpty() ? old.draft() : old.draft().withDirectory(names.getFirst()),
                names,
                old.searching(),
                old.found(),
                old.notice()));
    }

    private void show(Notice notice) {
        change(old -> new InternalState(old.draft(), old.directories(), false, old.found(), Optional.of(notice)));
    }

    private static InternalState with(InternalState old, RequestDraft draft) {
        return new InternalState(draft, old.directories(), old.searching(), old.found(), old.notice());
    }

    private void change(UnaryOperator<InternalState> change) {
        internal.updateAndGet(change);
        changed();
    }

    private void changed() {
        publish.run();
    }

    private SearchState state() {
        InternalState now = internal.get();
        Optional<String> running = work.description();
        RequestDraft draft = now.draft().withPeople(selection.recipients());
        Optional<String> missing = draft.missing().map(context::text).or(() -> running.map(labels::wait));
        return new SearchState(
                draft,
                now.directories(),
                now.searching(),
                now.found(),
                selection.rows().stream()
                        .map(one -> labels.row(one, selection.isTaken(one), selection.isHolder(one)))
                        .toList(),
                labels.summary(selection.counts()),
                selection.leavesOutHolders(),
                running,
                now.notice(),
                missing);
    }
}
