package org.keyhopper.directory.support;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.EventualRead;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;

/** Reading back and deletion of passkeys that have an address each, and what a 404 means below a user. */
public abstract class HttpPasskeys implements Passkeys {

    protected final JsonSession session;
    private final EventualRead eventualRead;

    protected HttpPasskeys(JsonSession session, CancellableDelay delay) {
        this.session = session;
        eventualRead = new EventualRead(delay);
    }

    /** Returns the address of one passkey. */
    protected abstract URI passkey(DirectoryUser user, String passkeyId);

    /** Reads a passkey; empty when the entry is none, or is not registered yet. */
    protected abstract Optional<RegisteredPasskey> registered(JsonView entry);

    /** Forgets policies that were read before, since the directory has just decided otherwise. */
    protected void forgetPolicy() {}

    /** Looks once for a passkey. */
    protected Answer<Optional<RegisteredPasskey>> look(DirectoryUser user, String passkeyId) {
        ApiRequest request = ApiRequest.get(passkey(user, passkeyId));
        return session.unlessMissing(request, session::body).map(found -> found.flatMap(this::registered));
    }

    @Override
    public final Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        Problem absent = Problem.of(DirectoryProblem.NOT_READ_BACK).withDetail(passkeyId);
        return eventualRead.await(absent, () -> look(user, passkeyId));
    }

    @Override
    public final Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return session.delete(passkey(user, passkeyId));
    }

    /** Returns USER_DISABLED for an account that may not sign in. */
    protected static List<Problem> accountObstacles(DirectoryUser user) {
        return user.state() == AccountState.DISABLED
                ? List.of(Problem.of(DirectoryProblem.USER_DISABLED, user.userName()))
                : List.of();
    }

    /** Returns the answer; forgets policies when the directory refused. */
    protected final <T> Answer<T> settled(DirectoryUser user, Answer<T> answer) {
        if (answer instanceof Answer.Failed<T>) {
            forgetPolicy();
        }
        return knownUser(user, answer);
    }

    /** Reads a plain 404 as USER_NOT_FOUND: every path goes by way of the user. */
    public static <T> Answer<T> knownUser(DirectoryUser user, Answer<T> answer) {
        return JsonSession.ifMissing(answer, Problem.of(DirectoryProblem.USER_NOT_FOUND, user.userName()));
    }
}
