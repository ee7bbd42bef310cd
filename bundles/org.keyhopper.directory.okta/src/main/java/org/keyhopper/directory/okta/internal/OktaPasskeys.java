package org.keyhopper.directory.okta.internal;

import java.net.URI;
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

/** WebAuthn factors of an org's users. */
final class OktaPasskeys extends PendingEnrolments {

    private final OktaRequests requests;
    private final OktaPages pages;
    private final OktaOptions reader;

    OktaPasskeys(
            JsonSession session, OktaRequests requests, OktaPages pages, OktaOptions reader, CancellableDelay delay) {
        super(session, delay);
        this.requests = requests;
        this.pages = pages;
        this.reader = reader;
    }

    /** Checks only the account: the factor API does not show authenticator policies. */
    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        return Answer.done(Eligibility.of(accountObstacles(user)));
    }

    /** The name is that of the model; the factor API takes none. */
    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        return activate(user, options, credential);
    }

    @Override
    protected Answer<List<JsonView>> entries(DirectoryUser user) {
        return pages.collect(requests.factors(user.id()), Integer.MAX_VALUE)
                .map(found -> found.stream().filter(OktaResponses::isPasskey).toList());
    }

    @Override
    protected boolean isActive(JsonView factor) {
        return OktaResponses.isActive(factor);
    }

    @Override
    protected boolean isPending(JsonView factor) {
        return OktaResponses.isPending(factor);
    }

    @Override
    protected Optional<RegisteredPasskey> passkey(JsonView factor) {
        return OktaResponses.passkey(factor);
    }

    @Override
    protected URI passkey(DirectoryUser user, String factorId) {
        return requests.factor(user.id(), factorId);
    }

    @Override
    protected ApiRequest creation(DirectoryUser user) {
        return requests.create(user.id());
    }

    @Override
    protected Optional<EnrolmentOptions> options(JsonView factor) {
        return reader.read(factor);
    }

    @Override
    protected ApiRequest activation(DirectoryUser user, EnrolmentOptions options, NewCredential credential) {
        return requests.activate(user.id(), options.enrolmentId(), credential);
    }
}
