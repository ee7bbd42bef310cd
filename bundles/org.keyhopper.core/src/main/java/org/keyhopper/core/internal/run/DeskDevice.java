package org.keyhopper.core.internal.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.core.run.RunProblem;

/**
 * Which device the desk works with: the last one put in, at the chosen reader if one was chosen, and never again the one
 * that is done with before it was taken out. Of several that were there before the run nobody knows which came last, so
 * none is taken until only one is left or another comes. Confined to the run's thread.
 */
final class DeskDevice {

    private final String slot;
    private List<LinkDescription> present = List.of();
    private Optional<Problem> obstacle = Optional.empty();

    /** The transports that have told once what they see. */
    private final Set<String> heard = new HashSet<>();

    /** Those that a transport saw from the first. */
    private final Set<LinkId> thereBefore = new HashSet<>();

    private LinkId doneWith;
    private DeviceFacts facts;

    DeskDevice(String slot) {
        this.slot = slot;
    }

    void update(DevicesSnapshot snapshot) {
        snapshot.links().stream()
                .map(LinkDescription::id)
                .filter(id -> !heard.contains(id.transport()))
                .forEach(thereBefore::add);
        heard.addAll(snapshot.slots().keySet());
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
        return mustBeTakenOut() || isAmbiguous()
                ? Optional.empty()
                : newcomer().or(() -> present.stream().findFirst().map(LinkDescription::id));
    }

    private boolean isAmbiguous() {
        return present.size() > 1 && newcomer().isEmpty();
    }

    private Optional<LinkId> newcomer() {
        return present.reversed().stream()
                .map(LinkDescription::id)
                .filter(id -> !thereBefore.contains(id))
                .findFirst();
    }

    /** Returns why no device is looked at: a transport sees none, or it is not clear which is meant. */
    Optional<Problem> obstacle() {
        return isAmbiguous() ? Optional.of(Problem.of(RunProblem.SEVERAL_DEVICES)) : obstacle;
    }

    boolean mustBeTakenOut() {
        return toBeTakenOut().isPresent();
    }

    /** Returns the device that has done its work and is still in. */
    Optional<LinkId> toBeTakenOut() {
        return Optional.ofNullable(doneWith).filter(this::isPresent);
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
