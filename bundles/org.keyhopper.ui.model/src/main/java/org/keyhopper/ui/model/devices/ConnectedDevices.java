package org.keyhopper.ui.model.devices;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceContent;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/**
 * Tracks the connected devices and the selected one: the most recently inserted, unless another is chosen. Any
 * thread.
 */
final class ConnectedDevices {

    private final WorkbenchContext context;
    final DevicesScreen screen;
    final ObservableState<DevicesState> states;

    /** Guards the following fields. */
    private final Object lock = new Object();

    private boolean following;
    private boolean visible;
    private DevicesSnapshot connected = new DevicesSnapshot(Map.of(), List.of(), Map.of());
    private SelectedDevice chosen;

    ConnectedDevices(WorkbenchContext context) {
        this.context = context;
        screen = new DevicesScreen(context);
        states = new ObservableState<>(screen.of(List.of(), Optional.empty(), Optional.empty()), context.rateLimiter());
    }

    void enter() {
        boolean first;
        synchronized (lock) {
            visible = true;
            first = !following;
            following = true;
        }
        if (first) {
            context.inBackground(() -> context.station().devices().subscribe(this::changed), this::showNotice);
        } else {
            refreshSelected();
        }
    }

    void leave() {
        synchronized (lock) {
            visible = false;
            if (chosen != null && chosen.resetting.isEmpty()) {
                chosen.lock();
                chosen.notice = Optional.empty();
                chosen.former = Optional.empty();
                publish();
            }
        }
    }

    private void changed(DevicesSnapshot now) {
        boolean another;
        synchronized (lock) {
            Set<LinkId> known = new HashSet<>(ids(connected.links()));
            connected = now;
            another = (chosen == null || chosen.resetting.isEmpty()) && selects(known);
            publish();
        }
        if (another) {
            refreshSelected();
        }
    }

    /** A new device is selected; when the selected one is removed, a remaining one is. */
    private boolean selects(Set<LinkId> known) {
        List<LinkDescription> lastFirst = connected.links().reversed();
        Optional<LinkDescription> newest =
                lastFirst.stream().filter(link -> !known.contains(link.id())).findFirst();
        boolean gone = chosen == null || !ids(connected.links()).contains(chosen.id());
        if (!gone && newest.isEmpty()) {
            return false;
        }
        choose(newest.or(() -> lastFirst.stream().findFirst()));
        return true;
    }

    private static List<LinkId> ids(List<LinkDescription> links) {
        return links.stream().map(LinkDescription::id).toList();
    }

    /** Selects a device; ignored during a reset. */
    void select(LinkId id) {
        synchronized (lock) {
            boolean stays = chosen != null && (chosen.id().equals(id) || chosen.resetting.isPresent());
            Optional<LinkDescription> link = linkOf(id);
            if (stays || link.isEmpty()) {
                return;
            }
            choose(link);
            publish();
        }
        refreshSelected();
    }

    private Optional<LinkDescription> linkOf(LinkId id) {
        return connected.links().stream().filter(link -> link.id().equals(id)).findFirst();
    }

    private void choose(Optional<LinkDescription> link) {
        if (chosen != null) {
            chosen.lock();
        }
        chosen = link.map(SelectedDevice::new).orElse(null);
    }

    /** Continues with the device on its new link, or with any connected device. */
    void continueWith(LinkId from, LinkId to, Consumer<SelectedDevice> change) {
        synchronized (lock) {
            if (chosen == null || !chosen.id().equals(from)) {
                return;
            }
            choose(linkOf(to).or(() -> connected.links().reversed().stream().findFirst()));
            if (chosen != null) {
                change.accept(chosen);
            }
            publish();
        }
        refreshSelected();
    }

    /** Queries the selected device again if the perspective is visible. */
    void refreshSelected() {
        LinkId id;
        synchronized (lock) {
            if (chosen == null || !visible) {
                return;
            }
            id = chosen.id();
        }
        context.inBackground(() -> read(id), this::showNotice);
    }

    /** Queries a device; blocking. */
    void read(LinkId id) {
        Answer<DeviceDetails> answer = context.station().deviceManagement().inspect(id);
        update(id, one -> {
            one.details = answer.result().or(() -> one.details);
            answer.failure().ifPresent(problem -> one.notice = Optional.of(bad(problem)));
        });
    }

    /** Marks the selected device as busy and returns it; empty if the action is unavailable. */
    Optional<LinkId> begin(DeviceAction action) {
        synchronized (lock) {
            return Optional.ofNullable(chosen).map(SelectedDevice::id).filter(id -> tryBegin(action, id));
        }
    }

    /** Marks the device as busy; returns false if it is not the selected one or the action is unavailable. */
    boolean tryBegin(DeviceAction action, LinkId id) {
        synchronized (lock) {
            if (chosen == null || !chosen.id().equals(id) || !states.get().offers(action)) {
                return false;
            }
            chosen.busy = true;
            chosen.notice = Optional.empty();
            chosen.former = Optional.empty();
            publish();
            return true;
        }
    }

    /** Ends the operation in progress. */
    void finish(LinkId id, Consumer<SelectedDevice> change) {
        update(id, one -> {
            one.busy = false;
            one.resetting = Optional.empty();
            one.task = Optional.empty();
            change.accept(one);
        });
    }

    /** Changes what is known of the device, unless another one is selected by now. */
    void update(LinkId id, Consumer<SelectedDevice> change) {
        synchronized (lock) {
            if (chosen != null && chosen.id().equals(id)) {
                change.accept(chosen);
                publish();
            }
        }
    }

    /**
     * Shows the content of the device and keeps its PIN; discards both if the perspective is hidden. Must be called
     * within an update.
     */
    void open(SelectedDevice one, DeviceContent content, Secret pin) {
        if (visible) {
            one.open(content, pin.copy());
        } else {
            one.lock();
        }
    }

    /** Returns a value of the selected device, if the action is available. */
    <T> Optional<T> offered(DeviceAction action, Function<SelectedDevice, Optional<T>> what) {
        synchronized (lock) {
            return Optional.ofNullable(chosen)
                    .filter(one -> states.get().offers(action))
                    .flatMap(what);
        }
    }

    /** Returns a value of the device, unless another one is selected by now. */
    <T> Optional<T> of(LinkId id, Function<SelectedDevice, Optional<T>> what) {
        synchronized (lock) {
            return Optional.ofNullable(chosen)
                    .filter(one -> one.id().equals(id))
                    .flatMap(what);
        }
    }

    Notice bad(Problem problem) {
        return context.notice(problem, Tint.BAD);
    }

    Notice missed(Problem problem) {
        return context.notice(problem, Tint.ATTENTION);
    }

    void showNotice(Notice notice) {
        synchronized (lock) {
            if (chosen != null) {
                chosen.notice = Optional.of(notice);
                publish();
            }
        }
    }

    /** Must be called with the lock held. */
    private void publish() {
        Optional<Problem> obstacle = connected.obstacles().values().stream().findFirst();
        states.set(screen.of(connected.links(), obstacle, Optional.ofNullable(chosen)));
    }
}
