package org.keyhopper.directory.support;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.webauthn.EnrolmentStart;

/**
 * Passkeys of directories that store an enrolment from its beginning and activate it when it is completed. The id of the
 * entry stays the same.
 */
public abstract class PendingEnrolments extends HttpPasskeys {

    private final CancellableDelay delay;

    protected PendingEnrolments(JsonSession session, CancellableDelay delay) {
        super(session, delay);
        this.delay = delay;
    }

    /** Returns the entries of a user that are passkeys, pending or active. */
    protected abstract Answer<List<JsonView>> entries(DirectoryUser user);

    protected abstract boolean isActive(JsonView entry);

    protected abstract boolean isPending(JsonView entry);

    /** Reads an active entry; empty when it has no id. */
    protected abstract Optional<RegisteredPasskey> passkey(JsonView entry);

    /** Returns the request that creates an entry. */
    protected abstract ApiRequest creation(DirectoryUser user);

    /** Reads the options of a new entry; empty when something that cannot be done without is missing. */
    protected abstract Optional<EnrolmentOptions> options(JsonView entry);

    /** Returns the request that activates an entry. */
    protected abstract ApiRequest activation(DirectoryUser user, EnrolmentOptions options, NewCredential credential);

    @Override
    protected final Optional<RegisteredPasskey> registered(JsonView entry) {
        return isActive(entry) ? passkey(entry) : Optional.empty();
    }

    /** Creates an entry. When no response came it may exist, so pending ones are deleted before another is created. */
    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        return settled(user, new EnrolmentStart(() -> create(user), () -> abandonAll(user)).begin(delay));
    }

    private Answer<EnrolmentOptions> create(DirectoryUser user) {
        return session.json(creation(user)).flatMap(entry -> options(entry)
                .map(Answer::done)
                .orElseGet(() -> Answer.unclear(
                        JsonSession.unreadable("an enrolment without ID, options, account or challenge"))));
    }

    /** Sends the activation, once. */
    protected final Answer<RegisteredPasskey> activate(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential) {
        Answer<RegisteredPasskey> answer = session.json(activation(user, options, credential))
                .flatMap(entry -> isActive(entry) ? activated(options, credential, entry) : notActive(entry));
        if (answer instanceof Answer.Failed<RegisteredPasskey>) {
            forgetPolicy();
        }
        return JsonSession.ifMissing(answer, Problem.of(DirectoryProblem.OPTIONS_EXPIRED));
    }

    private Answer<RegisteredPasskey> activated(EnrolmentOptions options, NewCredential credential, JsonView entry) {
        RegisteredPasskey shown = passkey(entry)
                .orElseGet(() ->
                        new RegisteredPasskey(options.enrolmentId(), Set.of(), "", Optional.empty(), Optional.empty()));
        return Answer.done(new RegisteredPasskey(
                options.enrolmentId(), Set.of(credential.id()), shown.displayName(), shown.aaguid(), shown.created()));
    }

    /** Another status is a refusal; a missing one leaves it open. */
    private static Answer<RegisteredPasskey> notActive(JsonView entry) {
        return entry.text("status")
                .<Answer<RegisteredPasskey>>map(status -> Answer.failed(
                        Problem.of(DirectoryProblem.REFUSED, "200").withDetail("the enrolment is " + status)))
                .orElseGet(() -> Answer.unclear(JsonSession.unreadable("activated, but without a status")));
    }

    @Override
    public final Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return entries(user, this::isActive).map(active -> active.stream()
                .flatMap(entry -> passkey(entry).stream())
                .toList());
    }

    @Override
    public final Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return enrolmentId.isEmpty() ? abandonAll(user) : delete(user, enrolmentId);
    }

    private Answer<Boolean> abandonAll(DirectoryUser user) {
        return entries(user, this::isPending).flatMap(pending -> {
            Answer<Boolean> any = Answer.done(false);
            for (JsonView entry : pending) {
                any = any.flatMap(
                        before -> delete(user, entry.text("id").orElse("")).map(deleted -> deleted || before));
            }
            return any;
        });
    }

    private Answer<List<JsonView>> entries(DirectoryUser user, Predicate<JsonView> wanted) {
        return knownUser(user, entries(user))
                .map(all -> all.stream().filter(wanted).toList());
    }
}
