package org.keyhopper.ui.model.manual;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.requests.PersonRow;

/**
 * Finds a person of the request by name, account or e-mail address, typed or scanned, and makes it that person's turn. One
 * per dialog. All methods are fast, on any thread.
 */
public final class PersonFinder {

    private static final int MOST = 200;

    private final Messages messages;
    private final Supplier<Optional<Run>> run;
    private final ObservableState<FinderState> states;

    /**
     * The people that fit.
     *
     * @param summary how many fit, in words
     */
    public record FinderState(List<PersonRow> rows, String summary) {
        public FinderState {
            rows = List.copyOf(rows);
        }
    }

    /** @param run the run in progress; empty when there is none any more */
    PersonFinder(WorkbenchContext context, Supplier<Optional<Run>> run) {
        this.messages = context.messages();
        this.run = run;
        states = new ObservableState<>(of(""), context.rateLimiter());
    }

    public ObservableState<FinderState> states() {
        return states;
    }

    /** Shows the people in whose name, account or address the text occurs, those who begin with it first. */
    public void search(String text) {
        states.set(of(text));
    }

    /** Goes to the person; ignored when the run has moved on meanwhile. */
    public void goTo(PersonRow row) {
        run.get().ifPresent(present -> present.goTo(row.position()));
    }

    private FinderState of(String text) {
        String wanted = text.strip().toLowerCase(messages.locale());
        List<RecipientState> found = run.get().map(Run::snapshot).stream()
                .flatMap(snapshot -> open(snapshot))
                .filter(state -> words(state.recipient()).anyMatch(word -> word.contains(wanted)))
                .sorted(Comparator.comparing(state -> words(state.recipient()).noneMatch(w -> w.startsWith(wanted))))
                .toList();
        return new FinderState(
                found.stream().limit(MOST).map(this::row).toList(), messages.text("find.count", found.size()));
    }

    /** A person who is provisioned or unclear is not provisioned again by the way. */
    private static Stream<RecipientState> open(RunSnapshot snapshot) {
        return snapshot.request().recipients().stream()
                .filter(state -> state.outcome() != Outcome.PROVISIONED && state.outcome() != Outcome.UNCLEAR)
                .filter(state -> snapshot.current()
                        .filter(current -> current.id().equals(state.id()))
                        .isEmpty());
    }

    private Stream<String> words(Recipient recipient) {
        Locale locale = messages.locale();
        return Stream.of(recipient.displayName(), recipient.user(), recipient.email())
                .map(word -> word.toLowerCase(locale));
    }

    private PersonRow row(RecipientState state) {
        return new PersonRow(
                state.id().position(),
                state.recipient().name(),
                state.recipient().user(),
                OutcomeStyle.of(state.outcome(), messages),
                "");
    }
}
