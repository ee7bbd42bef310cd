package org.keyhopper.core.internal.run;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;

/**
 * Which device the desk works with: the last one put in, at the chosen reader if one was chosen, and never again the one
 * that is done with before it was taken out. Confined to the run's thread.
 */
final class DeskDevice {

    private final String slot;
    private List<LinkDescription> present = List.of();
    private Optional<Problem> obstacle = Optional.empty();
    private LinkId doneWith;
    private DeviceFacts facts;

    DeskDevice(String slot) {
        this.slot = slot;
    }

    void update(DevicesSnapshot snapshot) {
        present = snapshot.links().stream()
                .filter(link ->
                        link.id().slot().contains(slot) || link.product().contains(slot))
                .toList();
        obstacle = snapshot.obstacles().values().stream().findFirst();
        if (facts != null && !isPresent(facts.link().id())) {
            facts = null;
        }
    }

    /** Returns the device to look at, unless the one done with is still in. */
    Optional<LinkId> candidate() {
        return mustBeTakenOut() || present.isEmpty()
                ? Optional.empty()
                : Optional.of(present.getLast().id());
    }

    /** Returns why a transport sees no devices, if one does not. */
    Optional<Problem> obstacle() {
        return obstacle;
    }

    boolean mustBeTakenOut() {
        return doneWith != null && isPresent(doneWith);
    }

    boolean isPresent(LinkId id) {
        return present.stream().anyMatch(link -> link.id().equals(id));
    }

    void identified(DeviceFacts found) {
        facts = found;
    }

    Optional<DeviceFacts> facts() {
        return Optional.ofNullable(facts);
    }

    /** The device has done its work, or is not wanted: it must leave before another is looked at. */
    void doneWith(LinkId id) {
        doneWith = id;
    }

    /** Another device came while this one was waiting to be confirmed. */
    boolean isOutdated() {
        return facts == null
                || candidate().filter(id -> id.equals(facts.link().id())).isEmpty();
    }

    void forgetFacts() {
        facts = null;
    }
}
