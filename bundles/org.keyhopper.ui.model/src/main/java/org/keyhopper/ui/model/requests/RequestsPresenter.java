package org.keyhopper.ui.model.requests;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.RequestSummary;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.Tally;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.central.Permissions;

/** The list of requests with the details of the selected one. All methods are fast, on any thread. */
public final class RequestsPresenter {

    private final WorkbenchContext context;
    private final ObservableState<RequestsState> states;
    private final AtomicReference<RequestId> selected = new AtomicReference<>();
    private final PeopleRefresh people;

    public RequestsPresenter(WorkbenchContext context) {
        this.context = context;
        states = new ObservableState<>(
                new RequestsState(
                        heading(0), false, Permissions.ALL, true, List.of(), Optional.empty(), false, Optional.empty()),
                context.rateLimiter());
        people = new PeopleRefresh(context, notice -> states.update(state -> state.with(true, notice)));
    }

    public ObservableState<RequestsState> states() {
        return states;
    }

    /** Reads the requests again. */
    public void refresh() {
        context.inBackground(this::read, notice -> states.update(state -> state.with(people.isRunning(), notice)));
    }

    /** Shows the details of a request. Only that one is read, because others may have very many people. */
    public void select(RequestId id) {
        boolean another = !id.equals(selected.getAndSet(id));
        if (another || !selected().equals(Optional.of(id))) {
            context.inBackground(
                    () -> readSelected(id), notice -> states.update(state -> state.with(people.isRunning(), notice)));
        }
    }

    private void readSelected(RequestId id) {
        Optional<RequestDetail> detail = context.station().requests().find(id).map(this::detail);
        if (detail.isEmpty() || !states.get().loaded()) {
            read();
        } else {
            // Another one may have been selected meanwhile.
            states.update(state -> id.equals(selected.get()) ? state.showing(detail.get()) : state);
        }
    }

    public Optional<RequestId> selected() {
        return states.get().selected().map(detail -> detail.row().id());
    }

    /** Gives the request another name; a blank one is ignored. */
    public void rename(RequestId id, String name) {
        if (!name.isBlank()) {
            change(requests -> requests.rename(id, name.strip()));
        }
    }

    /** Adds people of a file to the request; those of its people who are listed already are left out. */
    public void add(RequestId id, Path file, PeopleReader reader) {
        context.inBackground(
                () -> {
                    PeopleReader.ReadPeople read = reader.read(file, Map.of());
                    if (!read.faults().isEmpty()) {
                        show(new Notice(String.join(" ", read.faults()), Tint.BAD));
                        return;
                    }
                    List<Recipient> added = missing(id, read.people());
                    context.station().requests().add(id, added);
                    read();
                    show(new Notice(context.text("requests.added", added.size()), Tint.GOOD));
                },
                this::show);
    }

    private List<Recipient> missing(RequestId id, List<Recipient> people) {
        Set<String> present = context.station().requests().find(id).stream()
                .flatMap(request -> request.recipients().stream())
                .map(state -> state.recipient().user().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return people.stream()
                .filter(person -> !present.contains(person.user().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Removes a pending person from the request. */
    public void removePerson(RequestId id, PersonRow person) {
        change(requests -> requests.removePeople(id, List.of(person.position())));
    }

    private void change(Consumer<Requests> change) {
        context.inBackground(
                () -> {
                    change.accept(context.station().requests());
                    read();
                },
                this::show);
    }

    /** Removes a request with its PINs and its history. */
    public void remove(RequestId id) {
        context.inBackground(
                () -> {
                    context.station().requests().remove(id);
                    read();
                },
                notice -> states.update(state -> state.with(people.isRunning(), notice)));
    }

    /** Looks up the people of the selected request in the directory; cancels the look-up if one is in progress. */
    public void refreshPeople(DirectoryInteraction signIn) {
        selected()
                .ifPresent(id -> people.toggle(id, signIn, notice -> {
                    read();
                    states.update(state -> state.with(false, notice));
                }));
    }

    /** Returns the ways to provision a request. */
    public List<ModeOption> modes() {
        return List.of(
                new ModeOption(
                        ModeOption.Mode.MANUAL, context.text("mode.manual"), context.text("mode.manual.text"), ""),
                new ModeOption(
                        ModeOption.Mode.AUTOMATIC,
                        context.text("mode.automatic"),
                        context.text("mode.automatic.text"),
                        ""));
    }

    /** Passes on the newest request with open people, on a worker thread; none when the store fails. */
    public void nextOpen(Consumer<Optional<RequestId>> then) {
        context.inBackground(
                () -> then.accept(context.station().requests().summaries().stream()
                        .filter(request -> request.open() > 0)
                        .map(RequestSummary::id)
                        .findFirst()),
                notice -> then.accept(Optional.empty()));
    }

    /** Passes on the request of an interrupted ceremony, on a worker thread; none when the store fails. */
    public void interrupted(Consumer<Optional<RequestId>> then) {
        context.inBackground(
                () -> then.accept(context.station().journal().unfinished().stream()
                        .map(ceremony -> ceremony.recipient().request())
                        .findFirst()),
                notice -> then.accept(Optional.empty()));
    }

    /** Shows a notice about something that affects all requests. */
    public void show(Notice notice) {
        states.update(state -> state.with(state.refreshing(), notice));
    }

    /** Only the people of the selected request are read, because others may have very many. */
    private void read() {
        RequestId wanted = selected.get();
        Requests store = context.station().requests();
        List<RequestSummary> requests = store.summaries();
        boolean directories = context.station().central().isJoined()
                || !context.station().directories().accounts().list().isEmpty();
        Optional<RequestId> chosen = requests.stream()
                .map(RequestSummary::id)
                .filter(id -> id.equals(wanted))
                .findFirst()
                .or(() -> requests.stream().map(RequestSummary::id).findFirst());
        states.set(new RequestsState(
                heading(requests.size()),
                true,
                Permissions.of(context),
                directories,
                requests.stream().map(this::row).toList(),
                chosen.flatMap(store::find).map(this::detail),
                people.isRunning(),
                Optional.empty()));
        RequestId next = selected.get();
        if (!Objects.equals(next, wanted)) {
            readSelected(next);
        }
    }

    private Heading heading(int count) {
        return Heading.of(context.text("place.REQUESTS"), context.text("requests.subtitle", count));
    }

    private RequestRow row(RequestSummary request) {
        Tint tint =
                switch (request.state()) {
                    case PENDING -> Tint.NEUTRAL;
                    case IN_PROGRESS -> Tint.ACTIVE;
                    case COMPLETED -> Tint.GOOD;
                };
        return new RequestRow(
                request.id(),
                request.name(),
                request.directory(),
                context.text("requestState." + request.state().name()),
                tint,
                request.tally(),
                DisplayText.date(request.created(), context.messages().locale()),
                request.created());
    }

    /** Lists people with changes in the directory first, so that they are easy to find among thousands. */
    private RequestDetail detail(ProvisioningRequest request) {
        RequestSummary summary = RequestSummary.of(request);
        Tally tally = summary.tally();
        return new RequestDetail(
                row(summary),
                DisplayText.profile(request.profile(), context.messages()),
                context.text(
                        "requests.progress",
                        tally.provisioned(),
                        tally.total(),
                        tally.failed(),
                        tally.skipped(),
                        tally.unclear()),
                summary.open(),
                request.recipients().stream()
                        .map(this::person)
                        .sorted(Comparator.comparing(row -> row.remark().isEmpty()))
                        .toList());
    }

    private PersonRow person(RecipientState state) {
        return new PersonRow(
                state.id().position(),
                state.recipient().name(),
                state.recipient().user(),
                OutcomeStyle.of(state.outcome(), context.messages()),
                people.remark(state.id()));
    }
}
