package org.keyhopper.directory.pingone.internal;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

/** Creating a device and activating it. */
final class Enrolment {

    private final JsonSession session;
    private final PingOneRequests requests;
    private final PingOneOptions reader;
    private final CancellableDelay waiting;

    Enrolment(JsonSession session, PingOneRequests requests, PingOneOptions reader, CancellableDelay waiting) {
        this.session = session;
        this.requests = requests;
        this.reader = reader;
        this.waiting = waiting;
    }

    /**
     * Creates a device. When no answer came it may be there, so those that wait are removed before another is created.
     *
     * @param sweep removes every device of the person that waits
     */
    Answer<EnrolmentOptions> begin(DirectoryUser user, Supplier<Answer<Boolean>> sweep) {
        return new EnrolmentStart(() -> create(user), sweep).begin(waiting);
    }

    private Answer<EnrolmentOptions> create(DirectoryUser user) {
        return session.json(requests.create(user.id())).flatMap(device -> reader.read(device)
                .map(Answer::done)
                .orElseGet(() -> Answer.unclear(
                        JsonSession.unreadable("a device without options, or options without account or challenge"))));
    }

    /** Activates the device, once. */
    Answer<RegisteredPasskey> complete(DirectoryUser user, EnrolmentOptions options, NewCredential credential) {
        ApiRequest request = requests.activate(user.id(), options, credential);
        Answer<RegisteredPasskey> answer =
                session.json(request).flatMap(device -> activated(options, credential, device));
        Problem gone = Problem.of(DirectoryProblem.OPTIONS_EXPIRED);
        return withOrigin(options, JsonSession.ifMissing(answer, gone));
    }

    private static Answer<RegisteredPasskey> activated(
            EnrolmentOptions options, NewCredential credential, JsonView device) {
        if (!PingOneResponses.isActive(device)) {
            return notActive(device);
        }
        RegisteredPasskey shown = PingOneResponses.passkey(device)
                .orElseGet(() ->
                        new RegisteredPasskey(options.enrolmentId(), Set.of(), "", Optional.empty(), Optional.empty()));
        return Answer.done(new RegisteredPasskey(
                options.enrolmentId(), Set.of(credential.id()), shown.displayName(), shown.aaguid(), shown.created()));
    }

    /** A status that is told is an answer; one that is not told leaves it open. */
    private static Answer<RegisteredPasskey> notActive(JsonView device) {
        return device.text("status")
                .<Answer<RegisteredPasskey>>map(status -> Answer.failed(
                        Problem.of(DirectoryProblem.REFUSED, "200").withDetail("the device is " + status)))
                .orElseGet(() -> Answer.unclear(JsonSession.unreadable("activated, but without a status")));
    }

    private static Answer<RegisteredPasskey> withOrigin(EnrolmentOptions options, Answer<RegisteredPasskey> answer) {
        boolean origin = answer.trouble()
                .filter(problem -> problem.is(DirectoryProblem.ORIGIN_REFUSED))
                .isPresent();
        return origin
                ? Answer.failed(Problem.of(
                                DirectoryProblem.ORIGIN_REFUSED,
                                options.relyingParty().origin())
                        .withDetail(answer.trouble().orElseThrow().detail()))
                : answer;
    }
}
