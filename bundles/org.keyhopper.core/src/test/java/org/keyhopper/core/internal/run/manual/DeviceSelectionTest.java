package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;

class DeviceSelectionTest {

    private static final LinkDescription FIRST = link("OMNIKEY A", 1);
    private static final LinkDescription SECOND = link("OMNIKEY B", 2);
    private static final LinkDescription FIRST_AGAIN = link("OMNIKEY A", 3);

    private final DeviceSelection device = new DeviceSelection("");

    @Test
    void theLastOnePutInIsTheCandidate() {
        plug();
        plug(FIRST);
        plug(FIRST, SECOND);
        assertEquals(Optional.of(SECOND.id()), device.candidate());
    }

    @Test
    void ofSeveralThatWereThereBeforeNoneIsTaken() {
        plug(FIRST, SECOND);
        assertTrue(device.candidate().isEmpty());
        assertEquals(List.of(FIRST, SECOND), device.candidates());
    }

    @Test
    void ofSeveralThatWereThereBeforeTheOneLeftIsTaken() {
        plug(FIRST, SECOND);
        plug(FIRST);
        assertEquals(Optional.of(FIRST.id()), device.candidate());
        assertTrue(device.obstacle().isEmpty());
    }

    @Test
    void theOnePutInBesidesSeveralIsTaken() {
        plug(FIRST, SECOND);
        plug(FIRST, SECOND, FIRST_AGAIN);
        assertEquals(Optional.of(FIRST_AGAIN.id()), device.candidate());
        assertTrue(device.obstacle().isEmpty());
    }

    @Test
    void ofTwoThatComeAtOnceNoneIsTaken() {
        plug();
        plug(FIRST, SECOND);
        assertTrue(device.candidate().isEmpty());
        assertEquals(List.of(FIRST, SECOND), device.candidates());
        plug(SECOND);
        assertEquals(Optional.of(SECOND.id()), device.candidate());
    }

    @Test
    void thePickedOneIsTakenUntilAnotherComes() {
        plug(FIRST, SECOND);
        device.select(FIRST.id());
        assertEquals(Optional.of(FIRST.id()), device.candidate());
        assertEquals(List.of(), device.candidates());
        plug(FIRST, SECOND, FIRST_AGAIN);
        assertEquals(Optional.of(FIRST_AGAIN.id()), device.candidate());
    }

    @Test
    void thePickedOneIsNotTakenAgainOnceItIsDoneWith() {
        plug(FIRST, SECOND);
        device.select(FIRST.id());
        device.doneWith(FIRST.id());
        assertTrue(device.candidate().isEmpty());
        plug(SECOND);
        assertEquals(Optional.of(SECOND.id()), device.candidate());
    }

    @Test
    void aChosenSerialNumberHidesTheOthersToo() {
        DeviceSelection chosen = new DeviceSelection("KH-7");
        LinkDescription wanted =
                new LinkDescription(new LinkId("t", "Port 9", 9), DeviceKind.USB_KEY, "Key", Optional.of("KH-7"), "");
        chosen.update(snapshot(FIRST, wanted));
        assertEquals(Optional.of(wanted.id()), chosen.candidate());
    }

    @Test
    void whatATransportTellsFirstWasThereBeforeHoweverLate() {
        device.update(new DevicesSnapshot(Map.of(), List.of(), Map.of()));
        plug(FIRST, SECOND);
        assertTrue(device.candidate().isEmpty());
    }

    @Test
    void aSingleOneThatWasThereBeforeIsTaken() {
        plug(FIRST);
        assertEquals(Optional.of(FIRST.id()), device.candidate());
    }

    @Test
    void aChosenReaderHidesTheOthers() {
        DeviceSelection chosen = new DeviceSelection("KEY A");
        chosen.update(snapshot(FIRST, SECOND));
        assertEquals(Optional.of(FIRST.id()), chosen.candidate());
        assertFalse(chosen.isPresent(SECOND.id()));
    }

    @Test
    void aChosenProductHidesTheOthersToo() {
        DeviceSelection chosen = new DeviceSelection("product 2");
        chosen.update(snapshot(FIRST, SECOND));
        assertEquals(Optional.of(SECOND.id()), chosen.candidate());
    }

    @Test
    void whatIsDoneWithMustLeaveBeforeAnotherIsLookedAt() {
        plug(FIRST);
        device.doneWith(FIRST.id());
        plug(FIRST, SECOND);
        assertTrue(device.mustBeTakenOut());
        assertTrue(device.candidate().isEmpty());
        plug(SECOND);
        assertFalse(device.mustBeTakenOut());
        assertEquals(Optional.of(SECOND.id()), device.candidate());
    }

    @Test
    void theSameCardPutInAgainIsANewCandidate() {
        plug(FIRST);
        device.doneWith(FIRST.id());
        plug(FIRST_AGAIN);
        assertEquals(Optional.of(FIRST_AGAIN.id()), device.candidate());
    }

    @Test
    void factsAreForgottenWithTheDeviceAndOutdatedByANewerOne() {
        plug(FIRST);
        device.identified(facts(FIRST));
        assertFalse(device.isOutdated());
        plug(FIRST, SECOND);
        assertTrue(device.isOutdated());
        assertTrue(device.facts().isPresent());
        plug(SECOND);
        assertTrue(device.facts().isEmpty());
    }

    @Test
    void whatReadersLackIsLeftOutOnceAKeyIsUsedAndNoReaderWasSeen() {
        Problem noService = Problem.of(DeviceProblem.SERVICE_UNAVAILABLE);
        Map<String, Problem> obstacles = Map.of("readers", noService);
        device.update(new DevicesSnapshot(Map.of(), List.of(), obstacles));
        assertEquals(Optional.of(noService), device.obstacle());
        device.update(new DevicesSnapshot(Map.of(), List.of(FIRST), obstacles));
        device.identified(facts(FIRST));
        device.update(new DevicesSnapshot(Map.of(), List.of(), obstacles));
        assertTrue(device.obstacle().isEmpty());
    }

    @Test
    void whatReadersLackIsShownBesideAKeyWhereThereWasAReader() {
        device.update(new DevicesSnapshot(Map.of("readers", List.of("OMNIKEY")), List.of(FIRST), Map.of()));
        device.identified(facts(FIRST));
        Problem noService = Problem.of(DeviceProblem.SERVICE_UNAVAILABLE);
        device.update(new DevicesSnapshot(Map.of(), List.of(), Map.of("readers", noService)));
        assertEquals(Optional.of(noService), device.obstacle());
    }

    @Test
    void whatHindersKeysIsShownBeforeWhatHindersReaders() {
        Problem noRights = Problem.of(DeviceProblem.ACCESS_DENIED);
        device.update(new DevicesSnapshot(
                Map.of(), List.of(), Map.of("a", Problem.of(DeviceProblem.SERVICE_UNAVAILABLE), "b", noRights)));
        assertEquals(Optional.of(noRights), device.obstacle());
    }

    private void plug(LinkDescription... links) {
        device.update(snapshot(links));
    }

    private static DevicesSnapshot snapshot(LinkDescription... links) {
        return new DevicesSnapshot(Map.of("t", List.of()), Stream.of(links).toList(), Map.of());
    }

    private static DeviceFacts facts(LinkDescription link) {
        return new DeviceFacts(link, "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static LinkDescription link(String slot, long arrival) {
        return new LinkDescription(
                new LinkId("t", slot, arrival), DeviceKind.USB_KEY, "product " + arrival, Optional.empty(), "");
    }

    @Test
    void nothingIsThereAtFirst() {
        assertEquals(List.of(), device.candidate().stream().toList());
        assertFalse(device.mustBeTakenOut());
        assertTrue(device.obstacle().isEmpty());
    }
}
