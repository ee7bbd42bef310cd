package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.DeviceQuestion;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.ceremony.CeremonyListener;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.fake.FakeAuthenticator;
import org.keyhopper.core.fake.FakeDirectory;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeMetadata;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.LiveDevices;
import org.keyhopper.core.internal.metadata.ArchivedMetadata;
import org.keyhopper.core.internal.reset.Reinsertion;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/** One ceremony for Anna on a fake key, with everything around it in memory. */
public final class CeremonyBench implements OperatorPrompts, CeremonyListener {

    public static final RetryPolicy WITHOUT_PAUSES = new RetryPolicy(2, Duration.ZERO);

    public static final Profile EVERYTHING = new Profile(
            new PinRule.Random(6),
            OptionalInt.of(6),
            EnumSet.complementOf(EnumSet.of(Profile.Option.PROVEN_MAKER)),
            Profile.Unsupported.LEAVE_OUT,
            "{model}",
            Set.of());

    public final MemoryStore store = new MemoryStore();
    public final FakeDirectory directory = new FakeDirectory().with("anna");
    public final FakeVerifier verifier = new FakeVerifier();
    public final FakeMetadata metadata = new FakeMetadata();
    public final List<CeremonyStep> done = new ArrayList<>();
    public final List<PinQuestion> questions = new ArrayList<>();
    public final Deque<String> typed = new ArrayDeque<>();
    public List<CeremonyStep> planned = List.of();
    public FakeKey key = new FakeKey();
    public Treatment treatment = Treatment.AS_IT_IS;
    public boolean followerThrows;
    public final List<Instruction> instructions = new ArrayList<>();
    public final List<Problem> missed = new ArrayList<>();
    public final List<Problem> warned = new ArrayList<>();
    public final List<LinkId> reinserted = new ArrayList<>();
    public final CancelSignal stop = new CancelSignal();

    /** Does what the operator is instructed to do, at once. */
    public Consumer<Instruction> hands = instruction -> {};

    public final RefusedPins refusedPins = new RefusedPins();
    /** Whether the operator says that the last try may be used. */
    public boolean confirmLastPinAttempt;

    public int lastTryQuestions;
    /** Confirms the device; null where there is no operator to ask. */
    public DeviceConfirmation confirmation;

    public final List<DeviceQuestion> confirmations = Collections.synchronizedList(new ArrayList<>());

    public Reinsertion reinsertion =
            reinsertion(new LiveDevices(FakeReader.factory(), identification()), Reinsertion.Times.USUAL);
    private RecipientId recipient;

    public Identification identification() {
        return new Identification(store.inventory);
    }

    /** One at a desk with no printer. */
    public Reinsertion reinsertion(Devices devices, Reinsertion.Times times) {
        return new Reinsertion(devices, identification(), Set::of, times);
    }

    public OutcomeRecord perform(Profile profile) {
        CeremonyOrder order = order(profile);
        try (Claim claim = claim()) {
            return new Ceremony(tools(claim), order, this, stop).perform(open());
        }
    }

    /** Performs it on the worker of a device that is plugged in. */
    public OutcomeRecord performOn(Devices devices, LinkId link) {
        DeviceFacts facts = devices.identify(link).join();
        CeremonyOrder order = order(EVERYTHING, facts);
        try (Claim claim = claim()) {
            Ceremony ceremony = new Ceremony(tools(claim), order, this, stop);
            return devices.submit(link, ceremony::perform).join();
        }
    }

    public OutcomeRecord perform() {
        return perform(EVERYTHING);
    }

    private Claim claim() {
        return store.requests.claim(recipient).orElseThrow();
    }

    private CeremonyTools tools(Claim claim) {
        return new CeremonyTools(
                store,
                claim,
                verifier,
                new ArchivedMetadata(store.metadata, metadata),
                this,
                new SecureRandom(),
                Clock.systemUTC(),
                WITHOUT_PAUSES,
                refusedPins,
                Optional.ofNullable(reinsertion));
    }

    public RecipientId recipient() {
        return recipient;
    }

    public RecipientState state() {
        return store.requests.state(recipient);
    }

    public Outcome outcome() {
        return state().outcome();
    }

    /** Whether the person has no passkey and nothing is pending. */
    public boolean directoryIsClean() {
        return directory.passkeys.isEmpty() && directory.pending.isEmpty();
    }

    public static Profile with(PinRule pin, Profile.Option... options) {
        return new Profile(
                pin, OptionalInt.empty(), Set.of(options), Profile.Unsupported.LEAVE_OUT, "{model}", Set.of());
    }

    private CeremonyOrder order(Profile profile) {
        return order(profile, facts());
    }

    private CeremonyOrder order(Profile profile, DeviceFacts facts) {
        if (recipient == null) {
            recipient = store.requests
                    .create("Spring", "entra", profile, List.of(new Recipient("anna", "", "", "")))
                    .recipients()
                    .getFirst()
                    .id();
        }
        return new CeremonyOrder(state(), directory.users.get("anna"), profile, "entra", directory, facts, treatment);
    }

    private DeviceFacts facts() {
        return new DeviceFacts(
                open().link(),
                "Fake",
                Optional.of(new FakeAuthenticator(key).info()),
                Optional.empty(),
                Optional.empty());
    }

    private OpenDevice open() {
        return new OpenDevice(
                FakeReader.describe(key, new LinkId("fake", "Reader A", 1)),
                FakeReader.channelTo(key),
                new FakeAuthenticator(key));
    }

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        questions.add(question);
        return Optional.ofNullable(typed.poll()).map(Secret::of);
    }

    @Override
    public boolean confirmLastPinAttempt(PinQuestion question) {
        lastTryQuestions++;
        return confirmLastPinAttempt;
    }

    @Override
    public Optional<DeviceConfirmation> deviceConfirmation() {
        return Optional.ofNullable(confirmation).map(asked -> question -> {
            confirmations.add(question);
            return asked.ask(question);
        });
    }

    @Override
    public void instruct(Instruction instruction) {
        throwIfWanted();
    }

    @Override
    public void planned(List<CeremonyStep> steps) {
        planned = steps;
        throwIfWanted();
    }

    @Override
    public void began(CeremonyStep step) {
        throwIfWanted();
    }

    @Override
    public void done(CeremonyStep step, Duration took) {
        done.add(step);
        throwIfWanted();
    }

    @Override
    public void reinserted(LinkDescription link) {
        reinserted.add(link.id());
        throwIfWanted();
    }

    @Override
    public void warned(Problem problem) {
        assertTrue(key.isBlank());
        warned.add(problem);
    }

    @Override
    public void missed(Problem problem) {
        missed.add(problem);
        throwIfWanted();
    }

    @Override
    public void instructed(Instruction instruction) {
        instructions.add(instruction);
        hands.accept(instruction);
        throwIfWanted();
    }

    private void throwIfWanted() {
        if (followerThrows) {
            throw new IllegalStateException("a follower at fault");
        }
    }

    void assertFailedWith(OutcomeRecord outcome, ProblemCode code) {
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertEquals(code.id(), outcome.problem().orElseThrow().code().id());
        assertTrue(outcome.notes().isEmpty());
        assertTrue(directoryIsClean());
        assertTrue(store.inventory.list().isEmpty());
    }

    void assertFailedClean(OutcomeRecord outcome, ProblemCode code) {
        assertFailedWith(outcome, code);
        assertTrue(key.isBlank());
        assertTrue(store.pins.isEmpty());
        assertEquals(JournalPoint.UNDONE, store.journal.points().getLast());
    }

    void assertFailedUntouched(OutcomeRecord outcome, ProblemCode code) {
        assertFailedWith(outcome, code);
        assertTrue(key.isBlank());
        assertEquals(List.of(JournalPoint.STARTED), store.journal.points());
    }
}
