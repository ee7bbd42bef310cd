package org.keyhopper.ui.model.automatic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.Station;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.core.printer.ReaderBinding;

/**
 * What was chosen for one printer so far.
 *
 * @param chosen whether it takes part
 * @param byName whether a reader is named
 * @param reader its name, or a part of it
 * @param seen what it was like when it was looked at last
 */
record LaneDraft(
        PrinterAddress address,
        String name,
        boolean chosen,
        Station station,
        boolean byName,
        String reader,
        Optional<Seen> seen) {

    /**
     * A look at a printer.
     *
     * @param binding the reader that was learned for the station
     * @param stations the stations it has, none if it does not tell
     */
    record Seen(List<ReadinessCheck> checks, Optional<ReaderBinding> binding, Set<Station> stations) {
        boolean isBad() {
            return checks.stream().anyMatch(check -> check.state() == ReadinessCheck.State.BAD);
        }
    }

    static LaneDraft of(PrinterAddress address, String name) {
        return new LaneDraft(address, name, false, Station.CONTACT, false, "", Optional.empty());
    }

    LaneDraft chosen(boolean next) {
        return new LaneDraft(address, name, next, station, byName, reader, Optional.empty());
    }

    LaneDraft at(Station next) {
        return new LaneDraft(address, name, chosen, next, byName, reader, Optional.empty());
    }

    LaneDraft with(boolean named, String nextReader) {
        return new LaneDraft(address, name, chosen, station, named, nextReader, Optional.empty());
    }

    LaneDraft seen(Seen look) {
        return new LaneDraft(address, name, chosen, station, byName, reader, Optional.of(look));
    }

    LaneDraft unseen() {
        return new LaneDraft(address, name, chosen, station, byName, reader, Optional.empty());
    }

    /** Returns whether a look at {@code other} is also one at this. */
    boolean isLike(LaneDraft other) {
        return unseen().equals(other.unseen());
    }

    AutomaticOrder.Lane order() {
        return new AutomaticOrder.Lane(address, station, byName ? reader.strip() : "");
    }
}
