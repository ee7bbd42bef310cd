package org.keyhopper.central.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.request.EndedAttempts;
import org.keyhopper.central.request.LiveRequest;
import org.keyhopper.central.request.RequestProgress;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** The progress of requests in the database. */
public record ProgressCalls(CentralStore store) implements RequestProgress {

    private static final int MOST_REQUESTS = 500;

    private ManagedCalls calls() {
        return new ManagedCalls(store);
    }

    private static Answer<Place> seenAt(CentralTransaction in, Caller caller, RequestId id) {
        return RequestCalls.seenAt(in, caller, id, Privilege.VIEW_REQUESTS);
    }

    @Override
    public Answer<LiveRequest> show(Caller caller, RequestId id, int recent) {
        return calls().view(caller, RequestCalls.subject(id), in -> seenAt(in, caller, id)
                .map(place -> new LiveRequest(
                        in.requests().find(id).orElseThrow(),
                        in.progress().inWork(id),
                        in.progress().recent(id, recent),
                        in.now())));
    }

    @Override
    public String revision() {
        return store.write(in -> in.progress().revision());
    }

    @Override
    public Answer<Page<RecipientState>> people(
            Caller caller, RequestId id, Optional<Outcome> outcome, String text, Optional<String> after, int limit) {
        return calls().view(caller, RequestCalls.subject(id), in -> seenAt(in, caller, id)
                .flatMap(place -> RequestCalls.number(after, 0))
                .map(from -> Page.of(
                        in.progress()
                                .people(id, outcome, text, (int) Math.clamp(from, 0L, Integer.MAX_VALUE), limit + 1),
                        limit,
                        person -> Integer.toString(person.id().position()))));
    }

    @Override
    public Answer<List<OutcomeRecord>> history(Caller caller, RecipientId id) {
        return calls().view(caller, RequestCalls.subject(id.request()), in -> seenAt(in, caller, id.request())
                .map(place -> in.progress().history(id)));
    }

    @Override
    public Answer<List<RequestId>> withPerson(Caller caller, String text) {
        return calls().view(
                        caller,
                        "requests",
                        in -> ManagedCalls.unless(
                                caller.lacksEverywhere(Privilege.VIEW_REQUESTS),
                                () -> Answer.done(in.progress().withPerson(text, MOST_REQUESTS).stream()
                                        .filter(id ->
                                                seenAt(in, caller, id).result().isPresent())
                                        .toList())));
    }

    @Override
    public Answer<List<EndedAttempts>> endedSince(Caller caller, Instant since) {
        return calls().view(
                        caller,
                        "requests",
                        in -> ManagedCalls.unless(
                                caller.lacksEverywhere(Privilege.VIEW_REQUESTS),
                                () -> Answer.done(in.progress().endedSince(since).stream()
                                        .filter(ended -> caller.may(Privilege.VIEW_REQUESTS, ended.place()))
                                        .toList())));
    }
}
