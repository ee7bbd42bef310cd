package org.keyhopper.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceContent;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.DeviceManagement;
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

class LiveDeviceManagementTest {

    private static final CredentialId OURS = CredentialId.of(new byte[] {1});
    private static final CredentialId SECOND = CredentialId.of(new byte[] {2});
    private static final CredentialId STRANGE = CredentialId.of(new byte[] {3});
    private static final String RP = "login.example";

    private final MemoryStore store = new MemoryStore();
    private final FakeReader reader = new FakeReader();
    private final ConfigurableStation station =
            StationFactory.create(store, FakeReader.factory(), new FakeVerifier(), new FakeMetadata());
    private final DeviceManagement deviceManagement = station.deviceManagement();
    private final FakeKey key = FakeKey.withPin("4711");
    private final Secret pin = Secret.of("4711");
    private LinkId link;

    @Test
    void theLastTryIsNotUsedUnlessItIsAllowed() {
        key.setRetries(1);
        assertFailed(DeviceProblem.PIN_LAST_TRY, deviceManagement.list(link, pin));
        assertFailed(DeviceProblem.PIN_LAST_TRY, deviceManagement.delete(link, OURS, pin));
        assertFailed(DeviceProblem.PIN_LAST_TRY, deviceManagement.changePin(link, pin, Secret.of("815000")));
        assertEquals(1, key.retries());
        assertTrue(deviceManagement
                .allowingLastPinAttempt()
                .list(link, pin)
                .result()
                .isPresent());
        assertEquals(8, key.retries());
    }

    @BeforeEach
    void insert() {
        station.add(reader);
        station.devices().snapshot();
        key.credentials.put(OURS, RP);
        key.credentials.put(SECOND, RP);
        key.credentials.put(STRANGE, "other.example");
        enter(OURS, "Anna", Optional.empty());
        link = reader.insert(key, "Reader A");
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void inspectingReturnsFactsTriesAndEntries() {
        enter(SECOND, "Bert", Optional.empty());
        key.setRetries(5);
        key.options.put("uv", false);
        DeviceDetails details = done(deviceManagement.inspect(link));
        assertEquals(OptionalInt.of(5), details.pinRetries());
        assertTrue(details.hasPin() && details.canList() && !details.isPinBlocked());
        assertEquals(DeviceDetails.BuiltInVerification.NOT_SET_UP, details.builtInVerification());
        assertEquals(
                List.of("Anna", "Bert"),
                details.entries().stream().map(InventoryEntry::holder).sorted().toList());
    }

    @Test
    void aDeviceWithASerialNumberIsKnownByItAlone() {
        FakeKey numbered = new FakeKey();
        numbered.serial = Optional.of("S1");
        enter(CredentialId.of(new byte[] {7}), "Cleo", Optional.of("S1"));
        DeviceDetails details = done(deviceManagement.inspect(reader.insert(numbered, "Reader B")));
        assertEquals("Cleo", details.entries().getFirst().holder());
        assertEquals(OptionalInt.empty(), details.pinRetries());
        assertFalse(details.hasPin());
    }

    @Test
    void whatCannotBeAskedIsAnObstacleAndNoFailure() {
        key.troubledBy(Act.INFO, Trouble.LOST_BEFORE);
        DeviceDetails details = done(deviceManagement.inspect(link));
        assertTrue(details.facts().obstacle().orElseThrow().is(DeviceProblem.GONE));
        assertEquals(DeviceDetails.BuiltInVerification.NONE, details.builtInVerification());
    }

    @Test
    void theListSaysToWhomEachWasGivenAndHowMuchRoomThereIs() {
        DeviceContent content = done(deviceManagement.list(link, pin));
        assertEquals(3, content.credentials().size());
        assertEquals(
                "Anna", content.credentials().getFirst().entry().orElseThrow().holder());
        assertTrue(content.credentials().getLast().entry().isEmpty());
        assertEquals(20, content.free());
        assertEquals(23, content.total());
    }

    @Test
    void aWrongPinIsTriedOnce() {
        assertFailed(DeviceProblem.PIN_INVALID, deviceManagement.list(link, Secret.of("0000")));
        assertEquals(7, key.retries());
    }

    @Test
    void deletingTakesOneAwayAndTheInventoryKnows() {
        done(deviceManagement.delete(link, OURS, pin));
        assertEquals(List.of(SECOND, STRANGE), List.copyOf(key.credentials.keySet()));
        assertEquals(State.DELETED, stateOf(OURS));
    }

    @Test
    void deletingAnUnknownCredentialLeavesTheInventoryAlone() {
        done(deviceManagement.delete(link, STRANGE, pin));
        assertEquals(State.IN_USE, stateOf(OURS));
        assertEquals(1, store.inventory.list().size());
    }

    @Test
    void aRevokedOneStaysRevokedWhenItIsDeleted() {
        store.inventory.mark(OURS, State.REVOKED);
        done(deviceManagement.delete(link, OURS, pin));
        assertEquals(State.REVOKED, stateOf(OURS));
    }

    @Test
    void aDeviceLostWhileDeletingLeavesItUnclear() {
        key.troubledBy(Act.DELETE, Trouble.LOST_AFTER);
        assertInstanceOf(Answer.Unclear.class, deviceManagement.delete(link, OURS, pin));
        assertEquals(State.IN_USE, stateOf(OURS));
    }

    @Test
    void whatTheDeviceRefusesHasNotHappened() {
        assertFailed(DeviceProblem.PIN_INVALID, deviceManagement.delete(link, OURS, Secret.of("0000")));
        assertEquals(State.IN_USE, stateOf(OURS));
        assertTrue(key.credentials.containsKey(OURS));
    }

    @Test
    void theFirstPinIsSet() {
        FakeKey blank = new FakeKey();
        LinkId second = reader.insert(blank, "Reader B");
        assertFailed(DeviceProblem.PIN_POLICY_VIOLATION, deviceManagement.setPin(second, Secret.of("12")));
        done(deviceManagement.setPin(second, Secret.of("123456")));
        done(deviceManagement.list(second, Secret.of("123456")));
    }

    @Test
    void afterAChangeOnlyTheNewPinIsRight() {
        done(deviceManagement.changePin(link, pin, Secret.of("8888")));
        assertFailed(DeviceProblem.PIN_INVALID, deviceManagement.list(link, pin));
        done(deviceManagement.list(link, Secret.of("8888")));
    }

    @Test
    void aDeviceThatWinksSaysSo() {
        assertFalse(done(deviceManagement.wink(link)));
        key.winks = true;
        assertTrue(done(deviceManagement.wink(link)));
    }

    @Test
    void aDeviceThatIsNotThereIsGone() {
        reader.remove(key);
        assertFailed(DeviceProblem.GONE, deviceManagement.list(link, pin));
        assertFailed(DeviceProblem.GONE, deviceManagement.setPin(link, pin));
    }

    private void enter(CredentialId credential, String holder, Optional<String> serial) {
        store.inventory.put(new InventoryEntry(
                credential,
                RP,
                FakeKey.AAGUID,
                "Fake",
                serial,
                "entra",
                holder,
                holder,
                "p",
                new RecipientId(new RequestId("R1"), 1),
                State.IN_USE,
                Instant.EPOCH));
    }

    private State stateOf(CredentialId credential) {
        return store.inventory.find(credential).orElseThrow().state();
    }

    static <T> T done(Answer<T> answer) {
        return answer.result().orElseThrow(() -> new AssertionError(answer));
    }

    static void assertFailed(ProblemCode code, Answer<?> answer) {
        assertTrue(answer instanceof Answer.Failed<?>(Problem problem) && problem.is(code), answer::toString);
    }
}
