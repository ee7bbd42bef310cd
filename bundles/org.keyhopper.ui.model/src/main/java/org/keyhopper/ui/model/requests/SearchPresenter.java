package org.keyhopper.ui.model.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.DeskEnvironment;
import org.keyhopper.ui.model.Feed;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.SignIn;
import org.keyhopper.ui.model.Tint;

/** Makes a request from people found in a directory, or from a group. All methods are fast, on any thread. */
public final class SearchPresenter implements AutoCloseable {

    private static final int LIMIT = 50;

    private final DeskEnvironment desk;
    private final SignIn signIn;
    private final Feed<SearchState> states;
    private final AtomicReference<OpenDirectory> open = new AtomicReference<>();

    private record OpenDirectory(String name, Directory directory) {}

    public SearchPresenter(DeskEnvironment desk, SignIn signIn) {
        this.desk = desk;
        this.signIn = signIn;
        RequestDraft draft = new RequestDraft("", "", ProfileForm.of(Profile.DEFAULT), List.of());
        states = new Feed<>(
                checked(new SearchState(
                        draft, List.of(), false, List.of(), List.of(), Optional.empty(), Optional.empty())),
                desk.pace());
        desk.inBackground(this::readDirectories, this::tell);
    }

    public Feed<SearchState> states() {
        return states;
    }

    public void name(String name) {
        draft(draft -> draft.withName(name));
    }

    /** Takes another directory; those chosen in the old one are dropped. */
    public void directory(String name) {
        update(old -> new SearchState(
                old.draft().withDirectory(name).withPeople(List.of()),
                old.directories(),
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                old.missing()));
    }

    /** Returns the profile that the policy demands, so that none can be chosen. */
    public Optional<ProfileForm> demanded() {
        return new DemandedProfile(desk.station().policy()).form();
    }

    public void profile(ProfileForm profile) {
        draft(draft -> draft.withProfile(profile));
    }

    /** Looks for people whose name, account or e-mail begins with the text. */
    public void search(String text) {
        ask(people -> people.search(text.strip(), LIMIT), false);
    }

    /** Takes everybody of a group, given by name or id. */
    public void group(String group) {
        ask(people -> people.membersOf(group.strip()), true);
    }

    /** Adds to those chosen; who is there already stays once. */
    public void choose(List<DirectoryUser> users) {
        update(old -> {
            Map<String, DirectoryUser> byId = new LinkedHashMap<>();
            old.chosen().forEach(user -> byId.put(user.id(), user));
            users.forEach(user -> byId.putIfAbsent(user.id(), user));
            return withChosen(old, List.copyOf(byId.values()));
        });
    }

    public void drop(List<DirectoryUser> users) {
        update(old -> {
            List<DirectoryUser> left = new ArrayList<>(old.chosen());
            left.removeAll(users);
            return withChosen(old, left);
        });
    }

    /** Makes the request and tells its id, on a worker thread; does nothing while something is missing. */
    public void create(Consumer<RequestId> then) {
        RequestDraft draft = states.get().draft();
        if (draft.missing().isEmpty()) {
            desk.inBackground(
                    () -> then.accept(desk.station()
                            .requests()
                            .create(
                                    draft.name().strip(),
                                    draft.directory(),
                                    new DemandedProfile(desk.station().policy()).instead(draft.profile()),
                                    draft.people())
                            .id()),
                    this::tell);
        }
    }

    @Override
    public void close() {
        OpenDirectory last = open.getAndSet(null);
        if (last != null) {
            desk.work().execute(last.directory()::close);
        }
    }

    private void ask(Function<People, Answer<List<DirectoryUser>>> question, boolean takeAll) {
        String name = states.get().draft().directory();
        update(old -> busy(old, true, old.found(), Optional.empty()));
        desk.inBackground(
                () -> answered(opened(name).flatMap(directory -> question.apply(directory.people())), takeAll),
                this::tell);
    }

    private Answer<Directory> opened(String name) {
        OpenDirectory present = open.get();
        if (present != null && present.name().equals(name)) {
            return Answer.done(present.directory());
        }
        close();
        Answer<Directory> answer = desk.station().directories().open(name, signIn.begin(this::patience));
        signIn.done();
        answer.result().ifPresent(directory -> open.set(new OpenDirectory(name, directory)));
        return answer;
    }

    private void patience(Notice notice) {
        update(old -> busy(old, true, old.found(), Optional.of(notice)));
    }

    private void answered(Answer<List<DirectoryUser>> answer, boolean takeAll) {
        Optional<List<DirectoryUser>> people = answer.result();
        Notice notice = people.map(found -> new Notice(desk.text("search.found", found.size()), Tint.NEUTRAL))
                .orElseGet(() -> new Notice(desk.sentence(answer.trouble().orElseThrow()), Tint.BAD));
        update(old -> busy(old, false, people.orElse(List.of()), Optional.of(notice)));
        if (takeAll) {
            people.ifPresent(this::choose);
        }
    }

    private void readDirectories() {
        List<String> names = desk.station().directories().accounts().list().stream()
                .map(DirectoryAccount::name)
                .toList();
        update(old -> new SearchState(
                names.isEmpty() ? old.draft() : old.draft().withDirectory(names.getFirst()),
                names,
                false,
                old.found(),
                old.chosen(),
                old.notice(),
                old.missing()));
    }

    private void tell(Notice notice) {
        update(old -> busy(old, false, old.found(), Optional.of(notice)));
    }

    private void draft(UnaryOperator<RequestDraft> change) {
        update(old -> new SearchState(
                change.apply(old.draft()),
                old.directories(),
                old.busy(),
                old.found(),
                old.chosen(),
                old.notice(),
                old.missing()));
    }

    private void update(UnaryOperator<SearchState> change) {
        states.update(old -> checked(change.apply(old)));
    }

    private SearchState checked(SearchState state) {
        return new SearchState(
                state.draft(),
                state.directories(),
                state.busy(),
                state.found(),
                state.chosen(),
                state.notice(),
                state.draft().missing().map(desk::text));
    }

    private static SearchState busy(SearchState old, boolean busy, List<DirectoryUser> found, Optional<Notice> notice) {
        return new SearchState(old.draft(), old.directories(), busy, found, old.chosen(), notice, old.missing());
    }

    private static SearchState withChosen(SearchState old, List<DirectoryUser> chosen) {
        List<Recipient> people = chosen.stream()
                .map(user -> new Recipient(user.userName(), user.displayName(), user.email(), ""))
                .toList();
        return new SearchState(
                old.draft().withPeople(people),
                old.directories(),
                old.busy(),
                old.found(),
                chosen,
                old.notice(),
                old.missing());
    }
}
