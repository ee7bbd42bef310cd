package org.keyhopper.central.internal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.Enrolment.State;
import org.keyhopper.central.inventory.ShippedDevice;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.request.Approval;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.ClientData;
import org.keyhopper.fido.ModelMetadata;

/** Begins an enrolment: the directory's options for this person and device, and Central's challenge for the proof. */
record BeginCall(CallContext context) {

    private static final AuditAction ACTION = AuditAction.BEGIN;
    private static final int CHALLENGE_BYTES = 32;

    /** What to do after the first transaction; the groups are those whose members need an approval that was not given. */
    private record Opened(Enrolment enrolment, RecipientState recipient, List<String> groups, boolean again) {}

    /** What was fetched. */
    private record Fetched(DirectoryUser user, EnrolmentOptions options) {}

    Answer<BegunEnrolment> begin(Caller caller, long claim, DeviceReport device) {
        // Reading the metadata may take seconds, which no transaction should.
        Optional<ModelMetadata> models = context.metadata().get();
        try (Reservation reservation = new Reservation(context)) {
            Answer<Opened> opened = context.store().write(in -> open(in, reservation, caller, claim, device, models));
            return opened.flatMap(it -> it.enrolment().state() == State.BEGUN
                    ? Answer.done(answer(it.enrolment()))
                    : stored(reservation, caller, it, fetched(it)));
        }
    }

    /** Decides what to do, and writes that the directory is going to be asked. */
    private Answer<Opened> open(
            CentralTransaction in,
            Reservation reservation,
            Caller caller,
            long claim,
            DeviceReport device,
            Optional<ModelMetadata> models) {
        return CallContext.own(in, caller, ACTION, claim)
                .flatMap(own -> CallContext.current(in, caller, ACTION, own, facts(device)))
                .flatMap(current -> switch (current.state()) {
                    case CLAIMED, BEGINNING -> opened(in, reservation, caller, current, device, models);
                    case BEGUN -> repeated(in, caller, current, device);
                    default ->
                        CallContext.<Opened>refuse(in, caller, ACTION, CallContext.subject(claim), outOfOrder(current));
                });
    }

    private static Problem outOfOrder(Enrolment enrolment) {
        return Problem.of(CentralProblem.OUT_OF_ORDER, enrolment.state().name());
    }

    private static Map<String, String> facts(DeviceReport device) {
        return Map.of("aaguid", device.aaguid().toString());
    }

    private Answer<Opened> opened(
            CentralTransaction in,
            Reservation reservation,
            Caller caller,
            Enrolment enrolment,
            DeviceReport device,
            Optional<ModelMetadata> models) {
        boolean again = enrolment.state() == State.BEGINNING;
        Profile profile =
                in.request(enrolment.recipient().request()).orElseThrow().profile();
        Optional<Problem> model = CallContext.model(profile, device, models).or(() -> notShipped(in, device));
        if (model.isPresent()) {
            return CallContext.refuse(in, caller, ACTION, CallContext.subject(enrolment), model.get());
        }
        return reservation.take(in, caller, ACTION, enrolment).flatMap(reserved -> {
            if (!again && !in.enrolments().open(enrolment.recipient())) {
                return CallContext.refuse(in, caller, ACTION, CallContext.subject(enrolment), outOfOrder(enrolment));
            }
            Enrolment beginning = enrolment.beginning(device, challenge(context.random()));
            in.enrolments().put(beginning);
            RecipientState recipient = in.recipient(enrolment.recipient()).orElseThrow();
            return Answer.done(new Opened(beginning, recipient, groups(in, enrolment), again));
        });
    }

    private static Optional<Problem> notShipped(CentralTransaction in, DeviceReport device) {
        String serial = device.serial().map(ShippedDevice::normal).orElse("");
        return !in.shipments().required() || in.shipments().contains(serial)
                ? Optional.empty()
                : Optional.of(Problem.of(CentralProblem.NOT_SHIPPED, serial));
    }

    /** The same options again; for another device the station has to release the claim first. */
    private static Answer<Opened> repeated(
            CentralTransaction in, Caller caller, Enrolment enrolment, DeviceReport device) {
        boolean same = enrolment.begun().orElseThrow().device().aaguid().equals(device.aaguid());
        return same
                ? Answer.done(new Opened(
                        enrolment, in.recipient(enrolment.recipient()).orElseThrow(), List.of(), true))
                : CallContext.refuse(in, caller, ACTION, CallContext.subject(enrolment), outOfOrder(enrolment));
    }

    /** Returns a fresh challenge, base64url without padding. */
    static String challenge(SecureRandom random) {
        byte[] bytes = new byte[CHALLENGE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Asks the directory for what is not known since the recipient was claimed. */
    private Answer<Fetched> fetched(Opened opened) {
        Enrolment enrolment = opened.enrolment();
        LookAhead.Known known = context.ahead().take(enrolment.claim());
        return context.directories().use(enrolment.directory(), directory -> known.user()
                .map(Answer::done)
                .orElseGet(() -> AccountSearch.find(directory, opened.recipient()))
                .flatMap(user -> approved(opened, known, directory, user))
                .flatMap(user ->
                        new RestoredWindow(context.store()).withoutUnknown(enrolment.directory(), directory, user))
                .flatMap(user -> unobstructed(known, directory, user, enrolment))
                .flatMap(user -> withoutPending(directory, user, opened.again()))
                .flatMap(user -> known.options()
                        .map(Answer::done)
                        .orElseGet(() -> directory.passkeys().begin(user))
                        .map(options -> new Fetched(user, options))));
    }

    static List<String> groups(CentralTransaction in, Enrolment enrolment) {
        boolean given = in.requests().details(enrolment.recipient().request()).approval() == Approval.GIVEN;
        return given ? List.of() : in.settings().policy().groupsOf(enrolment.directory());
    }

    /** The account is known only now, and may have become a member since the request was created. */
    private static Answer<DirectoryUser> approved(
            Opened opened, LookAhead.Known known, Directory directory, DirectoryUser user) {
        if (known.outside().filter(opened.groups()::equals).isPresent()) {
            return Answer.done(user);
        }
        Enrolment enrolment = opened.enrolment();
        return PrivilegedMembers.contains(directory, opened.groups(), user)
                .flatMap(privileged -> privileged
                        ? Answer.failed(Problem.of(
                                CentralProblem.APPROVAL_NEEDED,
                                enrolment.recipient().request().value()))
                        : Answer.done(user));
    }

    private static Answer<DirectoryUser> unobstructed(
            LookAhead.Known known, Directory directory, DirectoryUser user, Enrolment enrolment) {
        DeviceReport device = enrolment.begun().orElseThrow().device();
        if (known.cleared().filter(device.aaguid()::equals).isPresent()) {
            return Answer.done(user);
        }
        return directory
                .passkeys()
                .eligibility(user, device.info())
                .flatMap(eligibility -> eligibility.obstacles().isEmpty()
                        ? Answer.done(user)
                        : Answer.failed(eligibility.obstacles().getFirst()));
    }

    /** Options whose answer was lost may have left a pending enrolment. */
    private static Answer<DirectoryUser> withoutPending(Directory directory, DirectoryUser user, boolean again) {
        return again ? directory.passkeys().abandon(user, "").map(removed -> user) : Answer.done(user);
    }

    /** After a lost answer, a failure does not say that nothing was begun before. */
    private Answer<BegunEnrolment> stored(
            Reservation reservation, Caller caller, Opened opened, Answer<Fetched> fetched) {
        Enrolment enrolment = opened.enrolment();
        return reservation.store(in -> switch (fetched) {
            case Answer.Done<Fetched>(Fetched done) -> {
                EnrolmentOptions options = context.difference(in.now()).toDatabase(done.options());
                yield begun(in, caller, enrolment.begun(done.user(), options));
            }
            case Answer.Failed<Fetched>(Problem problem)
            when problem.is(CentralProblem.FOUND_AFTER_RESTORE) -> toBeReconciled(in, caller, enrolment, problem);
            case Answer.Failed<Fetched>(Problem problem) ->
                opened.again() ? Answer.unclear(problem) : notBegun(in, caller, enrolment, problem);
            case Answer.Unclear<Fetched>(Problem problem) -> Answer.unclear(problem);
        });
    }

    private static Answer<BegunEnrolment> begun(CentralTransaction in, Caller caller, Enrolment begun) {
        in.enrolments().put(begun);
        in.audit()
                .append(CallContext.done(caller, ACTION, begun)
                        .with(
                                "aaguid",
                                begun.begun().orElseThrow().device().aaguid().toString()));
        return Answer.done(answer(begun));
    }

    /** Whether the passkey that was found is ours has to be settled first; until then no station gets the recipient. */
    private static Answer<BegunEnrolment> toBeReconciled(
            CentralTransaction in, Caller caller, Enrolment enrolment, Problem problem) {
        in.enrolments().put(enrolment.in(State.RELEASED));
        in.enrolments()
                .settle(enrolment, ProofCall.outcome(enrolment, Outcome.UNCLEAR, Optional.of(problem), in.now()));
        return CallContext.refuse(in, caller, ACTION, CallContext.subject(enrolment), problem);
    }

    /** Nothing was begun, so the recipient is as before. */
    private static Answer<BegunEnrolment> notBegun(
            CentralTransaction in, Caller caller, Enrolment enrolment, Problem problem) {
        in.enrolments().reopen(enrolment.recipient());
        in.enrolments().put(enrolment.in(State.CLAIMED));
        if (problem.is(CentralProblem.APPROVAL_NEEDED)) {
            RequestId request = enrolment.recipient().request();
            in.requests().put(request, in.requests().details(request).needingApproval());
        }
        return CallContext.refuse(in, caller, ACTION, CallContext.subject(enrolment), problem);
    }

    private static BegunEnrolment answer(Enrolment enrolment) {
        return new BegunEnrolment(enrolment.options(), proofClientData(enrolment));
    }

    /** Returns the client data of the assertion that proves possession. */
    static byte[] proofClientData(Enrolment enrolment) {
        return ClientData.ofAssertion(
                enrolment.begun().orElseThrow().challenge(),
                enrolment.options().relyingParty().origin());
    }
}
