package org.keyhopper.core.internal.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.reset.CurrentDevice;
import org.keyhopper.core.internal.reset.Interruption;
import org.keyhopper.core.internal.reset.ResetContext;
import org.keyhopper.core.internal.reset.WorkerLease;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;

/**
 * How far a ceremony has come, and so what undoing it would have to remove. Used by one thread at a time, as is
 * the {@link CurrentDevice}.
 *
 * <p>A mark is set before the act that may leave something behind, so that an act that nobody saw end counts as done.
 */
final class CeremonyState implements ResetContext, AutoCloseable {

    final CeremonyOrder order;
    final CeremonyTools tools;
    private final Narrator narrator;
    final CeremonyId id;
    final Interruption stop;
    final List<Problem> notes = new ArrayList<>();

    /** Passkeys of the device's former holders that a reset lost, which are still registered. */
    final List<Problem> stillRegistered = new ArrayList<>();

    /** Talked to only in {@link #onDevice}, and by the steps, which run there. */
    private final CurrentDevice hand;

    private Secret pin;
    private boolean pinGiven;
    private boolean wasReset;
    private boolean deviceLost;
    private boolean credentialMayBeOnDevice;
    private boolean mayBeBegun;
    private boolean complete;
    private EnrolmentOptions options;
    private NewCredential credential;
    private boolean mayBeRegistered;
    private RegisteredPasskey registered;
    private Possession possession;
    private ReadBack readBack = new ReadBack.AtOnce();

    CeremonyState(
            CeremonyOrder order,
            CeremonyTools tools,
            OpenDevice device,
            Narrator narrator,
            CeremonyId id,
            Interruption stop) {
        this.order = order;
        this.tools = tools;
        hand = new CurrentDevice(device);
        this.narrator = narrator;
        this.id = id;
        this.stop = stop;
    }

    @Override
    public void letGo() {
        hand.letGo();
        deviceLost = true;
    }

    @Override
    public void moveTo(WorkerLease lease, OpenDevice opened, boolean certain) {
        hand.moveTo(lease, opened, certain);
        deviceLost = false;
    }

    @Override
    public CurrentDevice current() {
        return hand;
    }

    @Override
    public Optional<DeviceConfirmation> confirmation() {
        return tools.operator().deviceConfirmation();
    }

    @Override
    public void cameBack(LinkDescription link) {
        narrator.cameBack(link);
    }

    @Override
    public Interruption stop() {
        return stop;
    }

    Passkeys passkeys() {
        return order.directory().passkeys();
    }

    AuthenticatorInfo info() {
        return device().authenticator().info();
    }

    void journal(JournalPoint point) {
        journal(point, Map.of());
    }

    void journal(JournalPoint point, Map<String, String> facts) {
        tools.journal().record(tools.lease(), id, point, facts);
        complete |= point == JournalPoint.FINISHED || Boolean.parseBoolean(facts.get(JournalFacts.COMPLETE));
    }

    /** Returns whether the journal says that the device did its whole part, so that reconciling takes the passkey as good. */
    boolean isCompleteInJournal() {
        return complete;
    }

    boolean isKey() {
        return device().link().kind() == DeviceKind.USB_KEY;
    }

    @Override
    public void missed(Problem problem) {
        narrator.instructed(new Instruction.None());
        narrator.missed(problem);
    }

    @Override
    public void instruct(Instruction instruction) {
        narrator.instructed(instruction);
    }

    /** Takes over the PIN and its wiping. */
    void usePin(Secret secret) {
        if (pin != null) {
            pin.close();
        }
        pin = secret;
    }

    Secret pin() {
        return pin;
    }

    /** The device may now have a PIN that it did not have before. */
    void pinMayBeGiven() {
        pinGiven = true;
    }

    void pinNotGiven() {
        pinGiven = false;
    }

    boolean hasGivenPin() {
        return pinGiven;
    }

    void resetDone() {
        wasReset = true;
        pinGiven = false;
        credentialMayBeOnDevice = false;
    }

    boolean wasErased() {
        return wasReset;
    }

    /** Returns whether erasing the device loses nothing that was there before this ceremony. */
    boolean wasBlank() {
        boolean identifiedBlank =
                !order.device().isProvisioned() && order.device().info().isPresent();
        return wasReset || identifiedBlank;
    }

    void deviceIsLost() {
        deviceLost = true;
    }

    boolean hasLostDevice() {
        return deviceLost;
    }

    void credentialMayBeOnDevice() {
        credentialMayBeOnDevice = true;
    }

    void noCredentialOnDevice() {
        credentialMayBeOnDevice = false;
    }

    boolean mayHaveCredentialOnDevice() {
        return credentialMayBeOnDevice;
    }

    void mayBeBegun() {
        mayBeBegun = true;
    }

    void notBegun() {
        mayBeBegun = false;
    }

    /** Returns the id of an enrolment that may be pending at the directory; an empty id when its options were never received. */
    Optional<String> begunEnrolment() {
        return mayBeBegun
                ? Optional.of(
                        fetchedOptions().map(EnrolmentOptions::enrolmentId).orElse(""))
                : Optional.empty();
    }

    void fetched(EnrolmentOptions fetched) {
        options = fetched;
    }

    Optional<EnrolmentOptions> fetchedOptions() {
        return Optional.ofNullable(options);
    }

    EnrolmentOptions options() {
        return fetchedOptions().orElseThrow();
    }

    void made(NewCredential made) {
        credential = made;
    }

    Optional<NewCredential> madeCredential() {
        return Optional.ofNullable(credential);
    }

    NewCredential credential() {
        return madeCredential().orElseThrow();
    }

    void mayBeRegistered() {
        mayBeRegistered = true;
    }

    void notRegistered() {
        mayBeRegistered = false;
        registered = null;
    }

    void registered(RegisteredPasskey passkey) {
        registered = passkey;
    }

    /** What the directory shows under the handle it gave us is somebody else's: never to be deleted. */
    void handleIsDoubtful() {
        registered = null;
    }

    /** Has the device sign before it is asked for, since there is time now. */
    void proveEarly() {
        possession = Possession.triedOn(this);
    }

    Optional<Possession> possession() {
        return Optional.ofNullable(possession);
    }

    void proveWith(ReadBack way) {
        readBack = way;
    }

    ReadBack readBack() {
        return readBack;
    }

    boolean mayBeAtDirectory() {
        return mayBeRegistered;
    }

    Optional<RegisteredPasskey> registeredPasskey() {
        return Optional.ofNullable(registered);
    }

    @Override
    public void close() {
        usePin(null);
        hand.close();
    }
}
