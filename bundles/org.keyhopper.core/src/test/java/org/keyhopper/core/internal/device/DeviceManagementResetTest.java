package org.keyhopper.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeMetadata;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.inventory.InventoryEntry.State;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.station.ConfigurableStation;

class DeviceManagementResetTest {

    private static final CredentialId OURS = CredentialId.of(new byte[] {1});
    private static final CredentialId HIDDEN = CredentialId.of(new byte[] {2});

    private final MemoryStore store = new MemoryStore();
    private final FakeReader reader = new FakeReader();
    private final ConfigurableStation station =
            StationFactory.create(store, FakeReader.factory(), new FakeVerifier(), new FakeMetadata());
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Problem> missed = new ArrayList<>();
    private final CancelSignal stop = new CancelSignal();
    private DeviceConfirmation confirmation;
    private FakeKey putIn;
    private FakeKey broughtBack;
    private FakeKey inTheWay;

    @BeforeEach
    void prepare() {
        station.add(reader);
        station.devices().snapshot();
        enter(OURS);
        enter(HIDDEN);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void aCardIsResetInItsReaderAndItsEntriesAreMarked() {
        FakeKey card = holding(FakeKey.withPin("4711"));
        LinkId link = reader.insert(card, "Reader A");
        assertEquals(link, LiveDeviceManagementTest.done(reset(link, Set.of())));
        assertTrue(card.isBlank());
        assertEquals(State.RESET, stateOf(OURS));
        assertEquals(State.IN_USE, stateOf(HIDDEN));
    }

    @Test
    void whatWasListedWithThePinIsMarkedToo() {
        FakeKey card = holding(FakeKey.withPin("4711"));
        CredentialId strange = CredentialId.of(new byte[] {9});
        LiveDeviceManagementTest.done(reset(reader.insert(card, "Reader A"), Set.of(HIDDEN, strange)));
        assertEquals(State.RESET, stateOf(HIDDEN));
        assertEquals(2, store.inventory.list().size());
    }

    @Test
    void aKeyIsReinsertedAndResetAtItsNewLink() {
        FakeKey key = holding(FakeKey.usb("1"));
        broughtBack = key;
        LinkId now = LiveDeviceManagementTest.done(reset(reader.insert(key, "Port 1"), Set.of()));
        assertEquals(new LinkId("fake", "Port 2", 2), now);
        assertTrue(key.isBlank());
        assertEquals(State.RESET, stateOf(OURS));
        assertInstanceOf(Instruction.TakeOut.class, instructions.getFirst());
        assertEquals(new Instruction.None(), instructions.getLast());
        // The worker of the new stay is free again.
        LiveDeviceManagementTest.done(station.deviceManagement().setPin(now, Secret.of("123456")));
    }

    @Test
    void anotherKeyInsertedInsteadIsSwappedForTheRightOneAndNotReset() {
        FakeKey key = holding(FakeKey.usb("1"));
        broughtBack = FakeKey.usb("2");
        LinkId now = LiveDeviceManagementTest.done(reset(reader.insert(key, "Port 1"), Set.of()));
        assertEquals(new LinkId("fake", "Port 3", 3), now);
        assertTrue(key.isBlank() && broughtBack.hasPin());
    }

    @Test
    void aKeyWithoutSerialIsProvedByItsPasskey() {
        FakeKey key = holding(FakeKey.usb(""));
        broughtBack = FakeKey.usb("");
        broughtBack.credentials.put(HIDDEN, "login.example");
        LiveDeviceManagementTest.done(reset(reader.insert(key, "Port 1"), Set.of()));
        assertTrue(key.isBlank() && broughtBack.credentials.containsKey(HIDDEN));
        assertEquals(List.of(State.RESET, State.IN_USE), List.of(stateOf(OURS), stateOf(HIDDEN)));
    }

    @Test
    void aKeyWithoutSerialIsProvedByWhatWasListedWithItsPin() {
        CredentialId strange = CredentialId.of(new byte[] {9});
        FakeKey key = FakeKey.usb("");
        key.credentials.put(strange, "login.example");
        putIn = key;
        broughtBack = FakeKey.usb("");
        broughtBack.credentials.put(CredentialId.of(new byte[] {8}), "login.example");
        LiveDeviceManagementTest.done(reset(reader.insert(key, "Port 1"), Set.of(strange)));
        assertTrue(key.isBlank() && broughtBack.hasPin());
    }

    @Test
    void aKeyThatNothingProvesIsRefusedWithoutAnOperator() {
        FakeKey key = FakeKey.usb("");
        putIn = key;
        broughtBack = key;
        LiveDeviceManagementTest.assertFailed(
                DeviceProblem.CANNOT_TELL_APART, reset(reader.insert(key, "Port 1"), Set.of()));
        assertTrue(key.hasPin());
        assertTrue(instructions.stream().noneMatch(Instruction.TakeOut.class::isInstance));
    }

    @Test
    void aKeyThatNothingProvesIsResetWhenTheOperatorConfirmsIt() {
        FakeKey key = FakeKey.usb("");
        putIn = key;
        broughtBack = key;
        confirmation = question -> Optional.of(new DeviceLabel.Printed("4711"));
        LiveDeviceManagementTest.done(reset(reader.insert(key, "Port 1"), Set.of()));
        assertTrue(key.isBlank());
    }

    @Test
    void aCardWithoutFidoInAReaderIsIgnored() {
        FakeKey badge = new FakeKey();
        badge.obstacle = Optional.of(Problem.of(DeviceProblem.NO_FIDO_APPLET));
        reader.insert(badge, "Reader B");
        FakeKey key = holding(FakeKey.usb("1"));
        broughtBack = key;
        LiveDeviceManagementTest.done(reset(reader.insert(key, "Port 1"), Set.of()));
        assertTrue(key.isBlank());
    }

    @Test
    void anotherFidoCardInAReaderMustBeRemoved() {
        FakeKey card = FakeKey.withPin("4711");
        reader.insert(card, "Reader B");
        FakeKey key = holding(FakeKey.usb("1"));
        broughtBack = key;
        inTheWay = card;
        LiveDeviceManagementTest.done(reset(reader.insert(key, "Port 1"), Set.of()));
        assertTrue(instructions.stream().anyMatch(Instruction.RemoveOthers.class::isInstance), instructions::toString);
        assertTrue(key.isBlank() && card.hasPin());
    }

    @Test
    void aMissedWindowIsReportedBeforeTheSecondAttempt() {
        FakeKey key = holding(FakeKey.usb("1")).troubledBy(Act.RESET, Trouble.REFUSED);
        key.refusal = Problem.of(DeviceProblem.RESET_TOO_LATE);
        broughtBack = key;
        LiveDeviceManagementTest.assertFailed(
                DeviceProblem.RESET_TOO_LATE, reset(reader.insert(key, "Port 1"), Set.of()));
        assertEquals(List.of(Problem.of(DeviceProblem.RESET_TOO_LATE)), missed);
        assertEquals(
                2,
                instructions.stream()
                        .filter(Instruction.TakeOut.class::isInstance)
                        .count());
    }

    @Test
    void stoppingBeforeTheRemovalResetsNothing() {
        FakeKey key = holding(FakeKey.usb("1"));
        stop.cancel();
        LiveDeviceManagementTest.assertFailed(DeviceProblem.CANCELLED, reset(reader.insert(key, "Port 1"), Set.of()));
        assertTrue(key.hasPin());
    }

    @Test
    void aDeviceLostDuringTheResetLeavesItUnclear() {
        FakeKey card = holding(FakeKey.withPin("4711")).troubledBy(Act.RESET, Trouble.LOST_AFTER);
        Answer<LinkId> answer = reset(reader.insert(card, "Reader A"), Set.of());
        assertTrue(answer instanceof Answer.Unclear<LinkId>(Problem problem) && problem.is(DeviceProblem.GONE));
        assertEquals(State.IN_USE, stateOf(OURS));
    }

    @Test
    void aDeviceThatIsResetOverOtherConnectionsOnlyIsNotEvenPoweredDown() {
        FakeKey card = holding(FakeKey.withPin("4711"));
        card.resetTransports = List.of("nfc");
        Answer<LinkId> answer = reset(reader.insert(card, "Reader A"), Set.of());
        LiveDeviceManagementTest.assertFailed(DeviceProblem.RESET_NOT_POSSIBLE, answer);
        assertFalse(card.acts.contains(Act.POWER));
    }

    private Answer<LinkId> reset(LinkId link, Set<CredentialId> listed) {
        List<StoredCredential> stored = listed.stream()
                .map(id -> new StoredCredential(id, "login.example", "anna", "Anna"))
                .toList();
        return station.deviceManagement()
                .reset(new ResetOrder(link, stored, this::obey, missed::add, Optional.ofNullable(confirmation), stop));
    }

    private void obey(Instruction instruction) {
        instructions.add(instruction);
        switch (instruction) {
            case Instruction.TakeOut out when broughtBack != null -> reader.remove(putIn);
            case Instruction.RemoveOthers others when inTheWay != null -> reader.remove(inTheWay);
            case Instruction.PutBack back -> reader.insert(broughtBack, "Port 2");
            case Instruction.Swap swap -> {
                reader.remove(broughtBack);
                reader.insert(putIn, "Port 3");
            }
            default -> {}
        }
    }

    private FakeKey holding(FakeKey key) {
        key.credentials.put(OURS, "login.example");
        putIn = key;
        return key;
    }

    private State stateOf(CredentialId credential) {
        return store.inventory.find(credential).orElseThrow().state();
    }

    private void enter(CredentialId credential) {
        store.inventory.put(new InventoryEntry(
                credential,
                "login.example",
                FakeKey.AAGUID,
                "Fake",
                Optional.empty(),
                "entra",
                "anna",
                "Anna",
                "p",
                new RecipientId(new RequestId("R1"), 1),
                State.IN_USE,
                Instant.EPOCH));
    }
}
