package org.keyhopper.core.internal.run.manual;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;

/**
 * Selects the device of a manual run: the last one put in, at the chosen reader if one was chosen, and never again the one
 * that is done with before it was taken out. Of several that were there before the run, or came at once, the operator chooses
 * one, unless only one is left or another comes. Confined to the run's thread.
 */
final class DeviceSelection {

    private static final Set<DeviceProblem> READER_PROBLEMS =
            Set.of(DeviceProblem.SERVICE_UNAVAILABLE, DeviceProblem.SERVICE_SILENT, DeviceProblem.READER_ERROR);

    private final String wanted;
    private List<LinkDescription> present = List.of();
    private Optional<Problem> obstacle = Optional.empty();

    /** The transports that have reported. */
    private final Set<String> heard = new HashSet<>();

    /** The transports that have had a reader, or any other place for a device. */
    private final Set<String> withPlaces = new HashSet<>();

    private boolean keysAreUsed;

    /** In which order devices came; what came at once has the same number, and what a transport saw from the first 0. */
    private final Map<LinkId, Integer> order = new HashMap<>();

    private int updates;
    private LinkId picked;

    /** In the order in which they were done with; more than one when another key was put in for one that is to be reset. */
    private final Set<LinkId> doneWith = new LinkedHashSet<>();

    private DeviceFacts facts;

    /** The device that was taken out too early, and the other devices that were there at that time. */
    private DeviceFacts pulled;

    private Set<LinkId> others = Set.of();

    /** Works with devices in whose place, product or serial number this text is. */
    DeviceSelection(String wanted) {
        this.wanted = wanted;
    }

    void update(DevicesSnapshot snapshot) {
        updates++;
        snapshot.links().stream().map(LinkDescription::id).forEach(this::takeIn);
        heard.addAll(snapshot.slots().keySet());
        present = snapshot.links().stream().filter(this::isWanted).toList();
        snapshot.slots().forEach((transport, slots) -> {
            if (!slots.isEmpty()) {
                withPlaces.add(transport);
            }
        });
        obstacle = obstacleIn(snapshot);
        if (facts != null && !isPresent(facts.link().id())) {
            facts = null;
        }
    }

    /** What hinders readers only comes last, and is left out where keys are used and no reader was there. */
    private Optional<Problem> obstacleIn(DevicesSnapshot snapshot) {
        return snapshot.obstacles().entrySet().stream()
                .filter(entry ->
                        !keysAreUsed || withPlaces.contains(entry.getKey()) || !concernsReaders(entry.getValue()))
                .map(Map.Entry::getValue)
                .min(Comparator.comparing(DeviceSelection::concernsReaders));
    }

    private static boolean concernsReaders(Problem problem) {
        return READER_PROBLEMS.stream().anyMatch(problem::is);
    }

    private void takeIn(LinkId id) {
        order.putIfAbsent(id, heard.contains(id.transport()) ? updates : 0);
    }

    private boolean isWanted(LinkDescription link) {
        return link.id().slot().contains(wanted)
                || link.product().contains(wanted)
                || link.serial().filter(serial -> serial.contains(wanted)).isPresent();
    }

    /** Returns the device to identify, unless the one done with is still in. */
    Optional<LinkId> candidate() {
        return mustBeTakenOut() ? Optional.empty() : wantedOne();
    }

    private Optional<LinkId> wantedOne() {
        List<LinkId> last = last();
        if (last.size() == 1 && (order.get(last.getFirst()) > 0 || present.size() == 1)) {
            return Optional.of(last.getFirst());
        }
        return Optional.ofNullable(picked).filter(last::contains);
    }

    /** Returns those that came last. */
    private List<LinkId> last() {
        int newest = present.stream().mapToInt(this::place).max().orElse(0);
        return present.stream()
                .filter(link -> place(link) == newest)
                .map(LinkDescription::id)
                .toList();
    }

    private int place(LinkDescription link) {
        return order.get(link.id());
    }

    /** Returns those of which the operator has to choose one. */
    List<LinkDescription> candidates() {
        List<LinkId> last = last();
        return mustBeTakenOut() || wantedOne().isPresent()
                ? List.of()
                : present.stream().filter(link -> last.contains(link.id())).toList();
    }

    /** Returns the candidates that can be touched. */
    List<LinkDescription> touchable() {
        return candidates().stream()
                .filter(link -> link.kind() == DeviceKind.USB_KEY)
                .toList();
    }

    boolean canBeTouched() {
        return !touchable().isEmpty();
    }

    /** Selects the one that the operator chose. */
    void select(LinkId id) {
        picked = id;
    }

    /** Returns why a transport sees no device. */
    Optional<Problem> obstacle() {
        return obstacle;
    }

    boolean mustBeTakenOut() {
        return toBeTakenOut().isPresent();
    }

    /** Returns the device that has done its work, or came in place of one, and is still in; of several the last. */
    Optional<LinkId> toBeTakenOut() {
        return doneWith.stream().filter(this::isPresent).reduce((earlier, later) -> later);
    }

    boolean isPresent(LinkId id) {
        return present.stream().anyMatch(link -> link.id().equals(id));
    }

    void identified(DeviceFacts found) {
        facts = found;
        keysAreUsed |= found.link().kind() == DeviceKind.USB_KEY;
    }

    Optional<DeviceFacts> facts() {
        return Optional.ofNullable(facts);
    }

    /** Returns the device to show: the one in the reader, or the one that is to be put back. */
    Optional<DeviceFacts> shown() {
        return facts().or(() -> Optional.ofNullable(pulled));
    }

    /** This device was taken out too early and is waited for; the devices that are there now are not it. */
    void pulled(DeviceFacts out) {
        forgetFacts();
        pulled = out;
        ignorePresent();
    }

    /** None of the devices that are there is the one that is waited for. */
    void ignorePresent() {
        others = present.stream()
                .map(LinkDescription::id)
                .filter(id -> !doneWith.contains(id))
                .collect(Collectors.toSet());
    }

    /** Returns whether a device was put in since the one waited for was taken out. */
    boolean mayBeBack() {
        return !returned().isEmpty();
    }

    /** The one taken out too early is waited for no more; what was put in meanwhile is not for the next recipient. */
    void endPulled() {
        returned().forEach(this::doneWith);
        forgetPulled();
    }

    /** The one taken out too early is waited for no more; it may be used again. */
    void forgetPulled() {
        pulled = null;
        others = Set.of();
    }

    private List<LinkId> returned() {
        return present.stream()
                .map(LinkDescription::id)
                .filter(id -> !others.contains(id))
                .toList();
    }

    void doneWithCurrent() {
        facts().ifPresent(known -> doneWith(known.link().id()));
    }

    /** Takes back that a device is done with: nothing was changed on it. */
    void mayBeUsedAgain(LinkId id) {
        doneWith.remove(id);
    }

    /** The device has done its work, or is not wanted: it must leave before another is identified. */
    void doneWith(LinkId id) {
        doneWith.remove(id);
        doneWith.add(id);
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
