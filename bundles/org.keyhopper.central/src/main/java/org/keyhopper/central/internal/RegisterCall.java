package org.keyhopper.central.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.Enrolment.State;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.fido.ModelMetadata;

/** Verifies a registration and registers it at the directory, exactly once. */
record RegisterCall(CallContext context) {

    private static final AuditAction ACTION = AuditAction.REGISTER;

    /** An enrolment with the requirements and the time of the transaction that read it. */
    private record Seen(Enrolment enrolment, Profile profile, Instant now) {}

    Answer<String> register(Caller caller, long claim, NewCredential credential, String name) {
        Answer<Seen> seen = context.store().write(in -> seen(in, caller, claim, credential));
        return seen.flatMap(it -> it.enrolment().state() == State.BEGUN
                ? verified(caller, it, credential).flatMap(fine -> send(caller, claim, credential, name))
                : send(caller, claim, credential, name));
    }

    private static Answer<Seen> seen(CentralTransaction in, Caller caller, long claim, NewCredential credential) {
        return CallContext.own(in, caller, ACTION, claim)
                .flatMap(own -> CallContext.current(in, caller, ACTION, own, facts(credential)))
                .flatMap(current -> fitting(in, caller, current, credential))
                .map(fitting -> new Seen(
                        fitting,
                        in.request(fitting.recipient().request()).orElseThrow().profile(),
                        in.now()));
    }

    private static Map<String, String> facts(NewCredential credential) {
        return Map.of("credential", credential.id().base64Url());
    }

    private static Answer<Enrolment> fitting(
            CentralTransaction in, Caller caller, Enrolment enrolment, NewCredential credential) {
        return switch (enrolment.state()) {
            case BEGUN -> Answer.done(enrolment);
            case REGISTERING, REGISTERED ->
                enrolment.made().orElseThrow().isSame(credential)
                        ? Answer.done(enrolment)
                        : CallContext.refuse(
                                in,
                                caller,
                                ACTION,
                                CallContext.subject(enrolment),
                                Problem.of(CentralProblem.OTHER_CREDENTIAL));
            default -> CallContext.outOfOrder(in, caller, ACTION, enrolment);
        };
    }

    private Answer<Enrolment> verified(Caller caller, Seen seen, NewCredential credential) {
        Enrolment enrolment = seen.enrolment();
        Optional<Problem> problem = seen.now().isAfter(enrolment.options().expires())
                ? Optional.of(Problem.of(DirectoryProblem.OPTIONS_EXPIRED))
                : context.verifier()
                        .checkNew(
                                credential,
                                enrolment.options(),
                                enrolment.begun().orElseThrow().device().info())
                        .or(() -> maker(seen, credential));
        return problem.isPresent() ? context.refuse(caller, ACTION, enrolment, problem.get()) : Answer.done(enrolment);
    }

    /** Where the profile requires it, the attestation has to prove the manufacturer. */
    private Optional<Problem> maker(Seen seen, NewCredential credential) {
        if (!seen.profile().wants(Profile.Option.PROVEN_MAKER)) {
            return Optional.empty();
        }
        Optional<ModelMetadata> metadata = context.metadata().get();
        String aaguid = seen.enrolment().begun().orElseThrow().device().aaguid().toString();
        return metadata.isEmpty()
                ? Optional.of(Problem.of(MetadataProblem.MODEL_UNKNOWN, aaguid))
                : metadata.get().checkMaker(credential);
    }

    private Answer<String> send(Caller caller, long claim, NewCredential credential, String name) {
        try (Reservation reservation = new Reservation(context)) {
            Answer<Sending> sending =
                    context.store().write(in -> reserve(in, reservation, caller, claim, credential, name));
            return sending.flatMap(it -> it.enrolment().state() == State.REGISTERED
                    ? Answer.done(it.enrolment().passkeyId().orElseThrow())
                    : stored(reservation, caller, it, registered(it)));
        }
    }

    /**
     * An enrolment in state REGISTERING or REGISTERED, whether its registration may have been sent before, and by how much
     * the database's clock differs.
     */
    private record Sending(Enrolment enrolment, boolean again, ClockDifference clocks) {}

    private Answer<Sending> reserve(
            CentralTransaction in,
            Reservation reservation,
            Caller caller,
            long claim,
            NewCredential credential,
            String name) {
        return CallContext.own(in, caller, ACTION, claim)
                .flatMap(own -> CallContext.current(in, caller, ACTION, own, facts(credential)))
                .flatMap(current -> fitting(in, caller, current, credential))
                .flatMap(fitting -> fitting.state() == State.REGISTERED
                        ? Answer.done(fitting)
                        : reservation.take(in, caller, ACTION, fitting))
                .map(fitting -> {
                    boolean again = fitting.state() != State.BEGUN;
                    Enrolment sending = again ? fitting : fitting.registering(credential, name);
                    in.enrolments().put(sending);
                    return new Sending(sending, again, context.difference(in.now()));
                });
    }

    /** A registration that may have been sent is searched for before it is sent again. */
    private Answer<RegisteredPasskey> registered(Sending sending) {
        Enrolment enrolment = sending.enrolment();
        Answer<DirectorySessions.Session> opened = context.directories().open(enrolment.directory());
        if (sending.again() && opened instanceof Answer.Failed<DirectorySessions.Session>(Problem problem)) {
            return Answer.unclear(problem);
        }
        return opened.flatMap(session -> {
            try (session) {
                return registered(session.directory().passkeys(), sending);
            }
        });
    }

    private Answer<RegisteredPasskey> registered(Passkeys passkeys, Sending sending) {
        PasskeySearch search = PasskeySearch.forEnrolment(passkeys, sending.enrolment());
        if (!sending.again()) {
            return resolved(complete(passkeys, sending), search);
        }
        return search.find()
                .flatMap(found ->
                        found.isPresent() ? Answer.done(found.get()) : resolved(complete(passkeys, sending), search));
    }

    private static Answer<RegisteredPasskey> complete(Passkeys passkeys, Sending sending) {
        Enrolment enrolment = sending.enrolment();
        Enrolment.Made made = enrolment.made().orElseThrow();
        EnrolmentOptions options = sending.clocks().toComputer(enrolment.options());
        return passkeys.complete(enrolment.user(), options, made.credential(), made.name());
    }

    /** No answer stays unclear even if nothing is listed yet: the registration may still arrive. */
    private static Answer<RegisteredPasskey> resolved(Answer<RegisteredPasskey> answer, PasskeySearch search) {
        boolean open = answer instanceof Answer.Unclear<RegisteredPasskey>
                || answer instanceof Answer.Failed<RegisteredPasskey>(Problem problem)
                        && problem.is(DirectoryProblem.ALREADY_REGISTERED);
        if (!open) {
            return answer;
        }
        return search.find() instanceof Answer.Done<Optional<RegisteredPasskey>>(Optional<RegisteredPasskey> found)
                        && found.isPresent()
                ? Answer.done(found.get())
                : answer;
    }

    private static Answer<String> stored(
            Reservation reservation, Caller caller, Sending sending, Answer<RegisteredPasskey> registered) {
        Enrolment enrolment = sending.enrolment();
        return reservation.store(in -> switch (registered) {
            case Answer.Done<RegisteredPasskey>(RegisteredPasskey passkey) -> {
                in.enrolments().put(enrolment.registered(passkey.id()));
                String credential =
                        enrolment.made().orElseThrow().credential().id().base64Url();
                in.audit().append(CallContext.done(caller, ACTION, enrolment).with("credential", credential));
                yield Answer.done(passkey.id());
            }
            case Answer.Failed<RegisteredPasskey>(Problem problem) -> {
                if (!sending.again() && !problem.is(DirectoryProblem.ALREADY_REGISTERED)) {
                    // The directory has refused the only attempt, so none may still arrive.
                    in.enrolments().put(enrolment.in(State.BEGUN));
                }
                yield CallContext.refuse(in, caller, ACTION, CallContext.subject(enrolment), problem);
            }
            case Answer.Unclear<RegisteredPasskey>(Problem problem) -> Answer.unclear(problem);
        });
    }
}
