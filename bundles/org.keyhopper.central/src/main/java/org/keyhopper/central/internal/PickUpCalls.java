package org.keyhopper.central.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.pickup.PickUp;
import org.keyhopper.central.pickup.PickUpCopy;
import org.keyhopper.central.pickup.PickUpKey;
import org.keyhopper.central.pickup.PickUpLink;
import org.keyhopper.central.pickup.PickUpSession;
import org.keyhopper.central.pickup.PickUpVisit;
import org.keyhopper.central.pickup.ProvenPerson;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;

/**
 * Pick-ups in the database.
 *
 * @param refusals how many links that are unknown are recorded, since anyone can make them up
 */
public record PickUpCalls(CentralStore store, PickUpKey key, SecureRandom random, RefusalBudget refusals)
        implements PickUp {

    /** Clocks of the provider and of the database may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final AuditAction SIGN_IN = AuditAction.PICK_UP_SIGN_IN;
    private static final AuditAction SHOW = AuditAction.PIN_PICKED_UP;

    /** A copy that can be seen, and by whom. */
    private record Ready(PickUpCopy copy, PickUpSession session, Caller caller) {
        String subject() {
            return UnclearSearch.subject(copy.recipient());
        }
    }

    @Override
    public Answer<String> open(String call, String token) {
        String hash = ManagedCalls.sha256(token);
        return store.write(in ->
                usable(in, Caller.none(call), SIGN_IN, in.pickUps().link(hash)).map(copy -> hash));
    }

    private Answer<PickUpCopy> usable(
            CentralTransaction in, Caller caller, AuditAction action, Optional<PickUpLink> link) {
        if (link.isEmpty()) {
            Problem unknown = Problem.of(CentralProblem.PICK_UP_UNKNOWN);
            return refusals.take() ? CallContext.refuse(in, caller, action, "", unknown) : Answer.failed(unknown);
        }
        PickUpCopy copy = in.pickUps().lock(link.get().claim()).orElseThrow();
        return problem(link.get(), copy, in.now())
                .map(problem -> CallContext.<PickUpCopy>refuse(
                        in, caller, action, UnclearSearch.subject(copy.recipient()), Problem.of(problem)))
                .orElseGet(() -> Answer.done(copy));
    }

    private static Optional<CentralProblem> problem(PickUpLink link, PickUpCopy copy, Instant now) {
        if (copy.confirmed().isPresent()) {
            return Optional.of(CentralProblem.PICK_UP_DONE);
        }
        if (!copy.present()) {
            return Optional.of(CentralProblem.PICK_UP_ENDED);
        }
        if (link.replaced()) {
            return Optional.of(CentralProblem.PICK_UP_REPLACED);
        }
        return link.expires().isAfter(now) ? Optional.empty() : Optional.of(CentralProblem.PICK_UP_EXPIRED);
    }

    @Override
    public Answer<String> signIn(String call, String link, Instant begun, ProvenPerson person) {
        Caller caller = visitor(person.reference(), call);
        return store.write(
                in -> usable(in, caller, SIGN_IN, in.pickUps().link(link)).flatMap(copy -> {
                    String subject = UnclearSearch.subject(copy.recipient());
                    Optional<CentralProblem> refusal = refusal(in, copy, begun, person);
                    if (refusal.isPresent()) {
                        return CallContext.refuse(in, caller, SIGN_IN, subject, Problem.of(refusal.get()));
                    }
                    in.audit().append(AuditEvent.done(caller, SIGN_IN, subject));
                    if (copy.shown().isPresent()) {
                        // A second look is offered to no one, so that this is where it is known.
                        in.audit()
                                .append(AuditEvent.refused(
                                        caller, SHOW, subject, Problem.of(CentralProblem.PICK_UP_SHOWN)));
                    }
                    return Answer.done(opened(in, link, person));
                }));
    }

    private static Caller visitor(String reference, String call) {
        return new Caller(Caller.Kind.VISITOR, reference, List.of(), call);
    }

    private static Optional<CentralProblem> refusal(
            CentralTransaction in, PickUpCopy copy, Instant begun, ProvenPerson person) {
        Optional<DirectoryUser> owner = enrolment(in, copy).begun().flatMap(Enrolment.Begun::user);
        if (owner.filter(user -> isOf(person.account(), user)).isEmpty()) {
            return Optional.of(CentralProblem.PICK_UP_OTHER_PERSON);
        }
        if (person.at().filter(at -> !at.isBefore(begun.minus(SKEW))).isEmpty()) {
            return Optional.of(CentralProblem.PICK_UP_NOT_FRESH);
        }
        return person.otherFactor() ? Optional.empty() : Optional.of(CentralProblem.PICK_UP_NO_FACTOR);
    }

    /** A mail address does not name an account: it may be an alias that someone else had before. */
    private static boolean isOf(String account, DirectoryUser user) {
        return !account.isBlank() && (account.equalsIgnoreCase(user.userName()) || account.equalsIgnoreCase(user.id()));
    }

    private static Enrolment enrolment(CentralTransaction in, PickUpCopy copy) {
        return in.enrolments().lock(copy.claim()).orElseThrow();
    }

    private String opened(CentralTransaction in, String link, ProvenPerson person) {
        OneTimeCodes codes = new OneTimeCodes(random);
        String cookie = codes.token();
        in.pickUps()
                .add(new PickUpSession(
                        ManagedCalls.sha256(cookie),
                        link,
                        person.reference(),
                        codes.token(),
                        in.now().plus(SESSION_LIFE)));
        return cookie;
    }

    @Override
    public Answer<PickUpVisit> visit(String call, String cookie) {
        return store.write(in -> ready(in, call, cookie, SIGN_IN).map(ready -> {
            DeviceReport device =
                    enrolment(in, ready.copy()).begun().orElseThrow().device();
            return new PickUpVisit(
                    device.model(),
                    device.serial().orElse(""),
                    ready.session().csrf(),
                    ready.copy().shown());
        }));
    }

    private Answer<Ready> ready(CentralTransaction in, String call, String cookie, AuditAction action) {
        Optional<PickUpSession> session = in.pickUps()
                .session(ManagedCalls.sha256(cookie))
                .filter(it -> it.expires().isAfter(in.now()));
        if (session.isEmpty()) {
            return Answer.failed(Problem.of(CentralProblem.PICK_UP_SIGNED_OUT));
        }
        Caller caller = visitor(session.get().visitor(), call);
        return usable(in, caller, action, in.pickUps().link(session.get().link()))
                .map(copy -> new Ready(copy, session.get(), caller));
    }

    private Answer<Ready> own(CentralTransaction in, String call, String cookie, String csrf, AuditAction action) {
        return ready(in, call, cookie, action).flatMap(ready -> {
            byte[] expected = ready.session().csrf().getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(expected, csrf.getBytes(StandardCharsets.UTF_8))
                    ? Answer.done(ready)
                    : refused(in, ready, action, Problem.of(CentralProblem.FORGERY_SUSPECTED));
        });
    }

    private static <T> Answer<T> refused(CentralTransaction in, Ready ready, AuditAction action, Problem problem) {
        return CallContext.refuse(in, ready.caller(), action, ready.subject(), problem);
    }

    /** The copy is opened before it is recorded that the PIN is shown, so that nothing is used up by a key that does not fit. */
    @Override
    public Answer<Secret> show(String call, String cookie, String csrf) {
        Answer<Secret> opened = store.write(in -> unseen(in, call, cookie, csrf).flatMap(ready -> opened(in, ready)));
        return opened.flatMap(pin -> {
            Answer<Boolean> recorded =
                    store.write(in -> unseen(in, call, cookie, csrf).map(ready -> {
                        in.pickUps().update(ready.copy().shown(in.now()));
                        in.audit().append(AuditEvent.done(ready.caller(), SHOW, ready.subject()));
                        return true;
                    }));
            if (recorded.failure().isPresent()) {
                pin.close();
            }
            return recorded.map(done -> pin);
        });
    }

    private Answer<Ready> unseen(CentralTransaction in, String call, String cookie, String csrf) {
        return own(in, call, cookie, csrf, SHOW)
                .flatMap(ready -> ready.copy().shown().isPresent()
                        ? refused(in, ready, SHOW, Problem.of(CentralProblem.PICK_UP_SHOWN))
                        : Answer.done(ready));
    }

    /** The context is checked once more, so that a copy that was moved in the database is shown to no one. */
    private Answer<Secret> opened(CentralTransaction in, Ready ready) {
        byte[] sealed = in.pickUps().sealed(ready.copy().claim()).orElseThrow();
        String station = in.stations()
                .find(enrolment(in, ready.copy()).station())
                .map(Station::publicKey)
                .orElse("");
        Answer<Secret> pin = key.check(
                        sealed, station, CallContext.subject(ready.copy().claim()))
                .<Answer<Secret>>map(Answer::failed)
                .orElseGet(() -> key.open(sealed));
        return pin.failure()
                .map(problem -> CallContext.<Secret>refuse(in, ready.caller(), SHOW, ready.subject(), problem))
                .orElse(pin);
    }

    @Override
    public Answer<Boolean> confirm(String call, String cookie, String csrf) {
        return store.write(
                in -> own(in, call, cookie, csrf, AuditAction.PICK_UP_CONFIRMED).flatMap(ready -> {
                    if (ready.copy().shown().isEmpty()) {
                        Problem early = Problem.of(CentralProblem.OUT_OF_ORDER, "NOT SHOWN");
                        return refused(in, ready, AuditAction.PICK_UP_CONFIRMED, early);
                    }
                    in.pickUps().update(ready.copy().confirmed(in.now()));
                    in.pickUps().drop(ready.copy().claim());
                    in.enrolments().lock(ready.copy().claim());
                    in.escrow().find(ready.copy().claim()).ifPresent(pin -> in.escrow()
                            .put(pin.with(pin.delivery().received(in.now()))));
                    in.pickUps().removeSession(ready.session().hash());
                    in.audit().append(AuditEvent.done(ready.caller(), AuditAction.PICK_UP_CONFIRMED, ready.subject()));
                    return Answer.done(true);
                }));
    }
}
