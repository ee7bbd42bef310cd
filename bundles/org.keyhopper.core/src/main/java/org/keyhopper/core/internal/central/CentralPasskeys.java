package org.keyhopper.core.internal.central;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.BegunEnrolment;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.central.DeviceReport;
import org.keyhopper.core.central.ReleaseOrder;
import org.keyhopper.core.internal.directory.Outages;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.fido.Assertion;

/**
 * The passkey of one recipient under a claim at Central, as far as it is this station's matter. Options, registration and proof
 * pass through Central; removing is left to the release of the claim, since only Central reaches the directory. Any thread.
 *
 * <p>Once a credential may be registered, calls are repeated until the options expire.
 */
public final class CentralPasskeys implements Passkeys, ProofChallenge {

    static final Duration PAUSE = Duration.ofSeconds(2);

    private final CentralEnrolments central;
    private final RecipientId recipient;
    private final ClaimCalls calls;
    private final String idempotencyKey;
    private final Clock clock;
    private final Duration pause;
    private final ClaimPin pin;
    private final EnrolmentStart start = new EnrolmentStart();
    private volatile NewCredential made;
    private volatile String name = "";
    private volatile String handle = "";
    private volatile Assertion assertion;

    /** Why it is not known whether Central carried a registration or proof out; null while it is. */
    private volatile Problem open;

    private volatile LastDeviceModel.Known known = new LastDeviceModel().none();

    CentralPasskeys(
            CentralEnrolments central, RecipientId recipient, long claim, String key, Clock clock, Duration pause) {
        this.central = central;
        this.recipient = recipient;
        this.calls = new ClaimCalls(central, recipient, claim);
        this.idempotencyKey = key;
        this.clock = clock;
        this.pause = pause;
        this.pin = new ClaimPin(central, claim);
    }

    static CentralPasskeys claimed(
            CentralEnrolments central, ClaimedRecipient claimed, String key, Clock clock, LastDeviceModel last) {
        CentralPasskeys passkeys =
                new CentralPasskeys(central, claimed.recipient(), claimed.claim(), key, clock, PAUSE);
        passkeys.known = last.of(claimed);
        return passkeys;
    }

    /**
     * Returns the same for an enrolment that began under this claim and whose options may have expired since.
     *
     * @param pinOnDevice whether its device may have the PIN that it was to get
     */
    public CentralPasskeys under(long number, Optional<byte[]> clientData, boolean pinOnDevice) {
        CentralPasskeys restored = new CentralPasskeys(central, recipient, number, "", clock, pause);
        restored.start.restore(clientData);
        restored.pin.mayBeKept(pinOnDevice);
        return restored;
    }

    /** Restores what the device made, and signed if it did. */
    public void restore(NewCredential credential, String passkeyName, String passkeyId, Optional<Assertion> signed) {
        made = credential;
        name = passkeyName;
        handle = passkeyId;
        assertion = signed.orElse(null);
    }

    /** Returns whether Central answered that the claim has ended, since it has decided about the recipient without it. */
    public boolean isLost() {
        return calls.isLost();
    }

    /** Asks Central for the recipient as it is there. */
    public Answer<RecipientState> recipientNow() {
        return calls.recipientNow();
    }

    /** Returns the initial PIN under this claim. */
    public ClaimPin pin() {
        return pin;
    }

    /** Returns the fencing number of the claim. */
    public long claim() {
        return calls.number();
    }

    /** Returns the client data to be signed, once the options were fetched. */
    public Optional<byte[]> proofClientData() {
        return start.proofClientData();
    }

    /** Returns the proof, once the device signed. */
    public Optional<Assertion> assertion() {
        return Optional.ofNullable(assertion);
    }

    /** Sets what is reported of the device besides its authenticatorGetInfo. */
    public void useDevice(String deviceModel, Optional<String> serialNumber) {
        start.useDevice(deviceModel, serialNumber);
    }

    /** Asks for the claim once more, now that the device is known, unless it was asked for this model ahead. */
    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        DeviceReport report = start.report(device);
        return known.of(
                report,
                () -> calls.current(() -> central.claim(recipient.request(), idempotencyKey, "", Optional.of(report))));
    }

    /** Asks Central, unless the options came together with the place of the PIN in escrow. */
    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        return start.takeAhead().map(Answer::done).orElseGet(() -> begin(Optional.<Secret>empty())
                .map(BegunEnrolment::options));
    }

    private Answer<BegunEnrolment> begin(Optional<Secret> secret) {
        return start.noted(calls.current(() -> central.begin(claim(), start.report(), secret)));
    }

    /** Keeps a PIN in escrow before the device gets it, the first in the call that begins; false at a Central without escrow. */
    Answer<Boolean> keepPin(Secret secret) {
        if (start.isBegun()) {
            return pin.keep(secret);
        }
        Answer<BegunEnrolment> answer = begin(Optional.of(secret));
        answer.result().map(BegunEnrolment::options).ifPresent(start::keepForLater);
        return pin.kept(answer.map(BegunEnrolment::pinKept), secret);
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        made = credential;
        name = displayName;
        return settled(untilExpiry(this::register)).map(this::passkey);
    }

    private Answer<String> register() {
        return pin.registered(central.register(claim(), made, name, pin.isToBeConfirmed()));
    }

    private RegisteredPasskey passkey(String id) {
        handle = id;
        return new RegisteredPasskey(id, Set.of(made.id()), name, start.aaguid(), Optional.of(clock.instant()));
    }

    /** Submits the registration once more, which tells whether the directory has it. */
    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        if (made == null) {
            return Answer.done(List.of());
        }
        if (open != null) {
            return Answer.unclear(open);
        }
        return switch (settled(calls.current(this::register))) {
            case Answer.Done<String>(String id) -> Answer.done(List.of(passkey(id)));
            case Answer.Failed<String>(Problem problem) -> listedAfter(problem);
            case Answer.Unclear<String>(Problem problem) -> Answer.unclear(problem);
        };
    }

    /** Only Central that has looked at the claim knows that the directory has nothing. */
    private Answer<List<RegisteredPasskey>> listedAfter(Problem refusal) {
        if (!CentralCodes.isVerdict(refusal)) {
            return Answer.unclear(refusal);
        }
        return Answer.done(CentralCodes.isProved(refusal) ? List.of(passkey(handle)) : List.of());
    }

    /** Submits the proof. Central reads the passkey back itself before it records the person as PROVISIONED. */
    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        Assertion signed = assertion().orElseThrow(() -> new IllegalStateException("the device has not signed"));
        Answer<Outcome> answer =
                untilExpiry(pin::settle).flatMap(it -> untilExpiry(() -> central.prove(claim(), made.id(), signed)));
        return settled(answer).map(outcome -> {
            calls.end();
            return passkey(passkeyId);
        });
    }

    /** Removed when the claim is released, unless it may be proved already. */
    @Override
    public Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return open == null ? Answer.done(true) : Answer.unclear(open);
    }

    /** Removed when the claim is released. */
    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return Answer.done(true);
    }

    @Override
    public byte[] hash() {
        return ProofChallenge.sha256(start.proofClientData().orElseThrow());
    }

    @Override
    public void signed(Assertion signed) {
        assertion = signed;
    }

    private <T> Answer<T> untilExpiry(Supplier<Answer<T>> call) {
        return new RepeatedCall(clock, pause).untilExpiry(start.expires(), () -> calls.current(call));
    }

    /** A call that did not reach Central says nothing about an earlier one: what was made stays until Central tells. */
    private <T> Answer<T> settled(Answer<T> answer) {
        Answer<T> known = answer instanceof Answer.Failed<T>(Problem problem) && CentralCodes.isUnreachable(problem)
                ? Answer.unclear(problem)
                : answer;
        open = known instanceof Answer.Unclear<T>(Problem problem) ? problem : null;
        return known;
    }

    /**
     * Ends an attempt that did not succeed, by releasing the claim. A claim is kept for reconciling while an answer is missing, or
     * something is left on the device, and as long as a PIN is left there that the PIN office would not find.
     *
     * @param deviceClean whether nothing is left on the device
     * @return the outcome at Central; UNCLEAR if Central has to be told later
     */
    public Outcome end(Outcome outcome, Problem reason, boolean deviceClean) {
        boolean unresolved = open != null || start.isBegun() && !deviceClean && outcome == Outcome.UNCLEAR;
        if (unresolved && !deviceClean) {
            pin.confirmLater();
        }
        if (unresolved || !deviceClean && !pin.settleOnDevice()) {
            calls.end();
            return Outcome.UNCLEAR;
        }
        // An outage before anything was made is no attempt, if Central has not begun either.
        boolean untried = made == null && Outages.isFor(reason);
        ReleaseOrder order = new ReleaseOrder(
                untried ? "" : reason.code().id(), outcome == Outcome.SKIPPED && !start.isBegun(), deviceClean);
        Answer<Outcome> released = calls.release(order);
        Outcome agreed = released.result().orElse(start.isBegun() ? Outcome.UNCLEAR : outcome);
        return agreed == Outcome.PENDING ? outcome : agreed;
    }

    /** Returns the claim at Central. */
    ClaimCalls calls() {
        return calls;
    }

    /** Gives back a claim under which nothing was tried. What was begun and not ended is left to reconciling. */
    void giveBack() {
        if (!start.isBegun()) {
            calls.giveBack();
        }
    }

    @Override
    public String toString() {
        return "claim " + claim() + " at Central";
    }
}
