package org.keyhopper.core.internal.ceremony;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.Interruption;
import org.keyhopper.core.internal.reset.CurrentDevice;
import org.keyhopper.core.internal.reset.ResetContext;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.fido.ModelMetadata;

/** How far a ceremony has come, and so what undoing it would have to remove. Used by one thread at a time. */
final class CeremonyState implements AutoCloseable {

    /**
     * What the ceremony may have left behind. A mark is set before the act that may leave something, so that an act
     * whose end was not seen counts as done.
     */
    enum Mark {
        /** The device was reset in this ceremony. */
        RESET,
        /** The device may have a PIN that it did not have before. */
        PIN_ON_DEVICE,
        CREDENTIAL_ON_DEVICE,
        ENROLMENT_BEGUN,
        REGISTERED,
        /** The journal says that the device did its whole part, so that reconciling accepts the passkey. */
        COMPLETE
    }

    final CeremonyOrder order;
    final CeremonyTools tools;
    final CeremonyId id;
    final Interruption stop;

    /** Whether the device may leave before the directory has returned the passkey. */
    final boolean deviceMayLeaveEarly;

    final List<Problem> notes = new ArrayList<>();

    /** Passkeys of former holders that a reset removed from the device and that are still registered. */
    final List<Problem> stillRegistered = new ArrayList<>();

    final CurrentDevice current;

    /** Whether the directory verifies the attestation by the FIDO metadata. */
    boolean attestationEnforced;

    /** How the device signed; null until it was asked to. */
    AssertionProof.Attempt assertion;

    /** The read-back that is under way; null until it was started, and where the ceremony waits for it at once. */
    CompletableFuture<Answer<RegisteredPasskey>> readBack;

    private final CeremonyNotifier notifier;
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private Secret pin;
    private EnrolmentOptions options;
    private NewCredential credential;
    private RegisteredPasskey registered;

    CeremonyState(Ceremony ceremony, OpenDevice device, CeremonyId id, boolean deviceMayLeaveEarly) {
        this.order = ceremony.order;
        this.tools = ceremony.tools;
        this.notifier = ceremony.notifier;
        this.stop = ceremony.stop;
        this.current = new CurrentDevice(device);
        this.id = id;
        this.deviceMayLeaveEarly = deviceMayLeaveEarly;
        tools.central()
                .ifPresent(it -> it.useDevice(
                        order.device().model(), order.device().link().serial()));
    }

    void set(Mark mark) {
        marks.add(mark);
    }

    void clear(Mark mark) {
        marks.remove(mark);
    }

    boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /** Returns the device, which only work in {@link CurrentDevice#run} may talk to, as all steps are. */
    OpenDevice device() {
        return current.device();
    }

    boolean isKey() {
        return device().link().kind() == DeviceKind.USB_KEY;
    }

    AuthenticatorInfo info() {
        return device().authenticator().info();
    }

    Passkeys passkeys() {
        return tools.central().<Passkeys>map(it -> it).orElseGet(() -> order.directory()
                .passkeys());
    }

    ProfileSupport profileSupport() {
        return new ProfileSupport(order.profile(), info());
    }

    /** Asks the station's metadata of models, where the profile requires proven makers; returns what is wrong. */
    Optional<Problem> checkMetadata(Function<ModelMetadata, Optional<Problem>> check) {
        if (!order.profile().wants(Profile.Option.PROVEN_MAKER)) {
            return Optional.empty();
        }
        Answer<ModelMetadata> metadata = tools.metadata().models();
        return metadata.failure().or(() -> metadata.result().flatMap(check));
    }

    /** Returns the device and the operator for a reset or a reinsertion. */
    ResetContext resetContext() {
        return new ResetContext(
                current,
                List.of(),
                notifier::instructed,
                notifier::missed,
                notifier::reinserted,
                tools.operator().deviceConfirmation(),
                stop);
    }

    void instruct(Instruction instruction) {
        notifier.instructed(instruction);
    }

    void warn(Problem problem) {
        notifier.warned(problem);
    }

    void journal(JournalPoint point) {
        journal(point, Map.of());
    }

    void journal(JournalPoint point, Map<String, String> facts) {
        tools.journal().record(tools.claim(), id, point, facts);
        if (point == JournalPoint.FINISHED || Boolean.parseBoolean(facts.get(JournalFacts.COMPLETE))) {
            set(Mark.COMPLETE);
        }
    }

    /** Journals a point after which the PIN office may have the PIN: then the station needs it no longer than the ceremony lasts. */
    void journalWithEscrow(JournalPoint point, String fact, String value) {
        boolean inEscrow = tools.central().filter(it -> it.pin().isConfirmed()).isPresent();
        journal(
                point,
                inEscrow
                        ? Map.of(fact, value, JournalFacts.PIN_IN_ESCROW, Boolean.toString(true))
                        : Map.of(fact, value));
    }

    /** Takes over the PIN, which is closed with the state. */
    void usePin(Secret secret) {
        if (pin != null) {
            pin.close();
        }
        pin = secret;
    }

    Secret pin() {
        return pin;
    }

    /** The device holds nothing any more. */
    void resetDone() {
        set(Mark.RESET);
        clear(Mark.PIN_ON_DEVICE);
        clear(Mark.CREDENTIAL_ON_DEVICE);
    }

    /** Returns whether resetting the device loses nothing that was there before this ceremony. */
    boolean wasBlank() {
        boolean identifiedBlank =
                !order.device().isProvisioned() && order.device().info().isPresent();
        return has(Mark.RESET) || identifiedBlank;
    }

    /** Returns the id of an enrolment that may be pending at the directory; an empty id when its options were never received. */
    Optional<String> begunEnrolment() {
        return has(Mark.ENROLMENT_BEGUN)
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

    void notRegistered() {
        clear(Mark.REGISTERED);
        registered = null;
    }

    void registered(RegisteredPasskey passkey) {
        registered = passkey;
    }

    /** What the directory has under the handle it gave us is another person's passkey, and must not be deleted. */
    void handleIsDoubtful() {
        registered = null;
    }

    Optional<RegisteredPasskey> registeredPasskey() {
        return Optional.ofNullable(registered);
    }

    /** Returns what the outcome says of the passkey; empty when no credential was made. */
    Optional<MadePasskey> madePasskey() {
        return madeCredential()
                .map(made -> new MadePasskey(
                        made.id(),
                        registeredPasskey().map(RegisteredPasskey::id),
                        info().aaguid(),
                        PasskeyName.of(order),
                        order.device().link().serial()));
    }

    /** Returns the inventory's entry for the proved passkey. */
    InventoryEntry inventoryEntry() {
        return new InventoryEntry(
                credential().id(),
                options().relyingParty().id(),
                info().aaguid(),
                order.device().model(),
                order.device().link().serial(),
                order.directoryName(),
                order.user().id(),
                order.user().displayName(),
                registeredPasskey().orElseThrow().id(),
                order.recipient().id(),
                InventoryEntry.State.IN_USE,
                tools.clock().instant());
    }

    @Override
    public void close() {
        usePin(null);
        current.close();
    }
}
