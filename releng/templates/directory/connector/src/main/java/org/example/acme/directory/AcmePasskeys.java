package org.example.acme.directory;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.PendingEnrolments;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;

/**
 * Passkeys of a tenant's people. Acme Identity stores an enrolment from its beginning; extend {@code HttpPasskeys} for a
 * directory that stores nothing until the end.
 */
final class AcmePasskeys extends PendingEnrolments {

    private final JsonSession session;
    private final AcmeRequests requests;
    private final Clock clock;

    AcmePasskeys(JsonSession session, AcmeRequests requests, Clock clock, CancellableDelay delay) {
        super(session, delay);
        this.session = session;
        this.requests = requests;
        this.clock = clock;
    }

    /** Only the account: Acme Identity shows no policy. */
    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        return Answer.done(Eligibility.of(accountObstacles(user)));
    }

    /** Acme Identity gives passkeys the name of their model. */
    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        return activate(user, options, credential);
    }

    @Override
    protected Answer<List<JsonView>> entries(DirectoryUser user) {
        return session.get(requests.passkeys(user.id())).map(list -> list.items("items"));
    }

    @Override
    protected boolean isActive(JsonView entry) {
        return entry.text("status").filter("active"::equals).isPresent();
    }

    @Override
    protected boolean isPending(JsonView entry) {
        return entry.text("status").filter("pending"::equals).isPresent();
    }

    @Override
    protected Optional<RegisteredPasskey> passkey(JsonView entry) {
        return AcmeResponses.passkey(entry);
    }

    @Override
    protected URI passkey(DirectoryUser user, String passkeyId) {
        return requests.passkey(user.id(), passkeyId);
    }

    @Override
    protected ApiRequest creation(DirectoryUser user) {
        return requests.begin(user.id());
    }

    @Override
    protected Optional<EnrolmentOptions> options(JsonView entry) {
        return AcmeResponses.options(entry, requests.rpId(), clock);
    }

    @Override
    protected ApiRequest activation(DirectoryUser user, EnrolmentOptions options, NewCredential credential) {
        return requests.finish(user.id(), options.enrolmentId(), credential);
    }
}
