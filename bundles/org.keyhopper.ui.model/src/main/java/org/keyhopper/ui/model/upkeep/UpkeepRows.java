package org.keyhopper.ui.model.upkeep;

import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.Part;
import org.keyhopper.ui.model.DeskEnvironment;
import org.keyhopper.ui.model.OutcomeLook.Mark;
import org.keyhopper.ui.model.Tint;

/** Parts and drop-ins in words. */
record UpkeepRows(DeskEnvironment desk) {

    UpkeepRow newer(Part part) {
        return row(part, desk.text("upkeep.state.newer"), Tint.ACTIVE, Mark.RING, false);
    }

    UpkeepRow offered(Part part) {
        return row(part, desk.text("upkeep.state.offered"), Tint.NEUTRAL, Mark.RING, true);
    }

    UpkeepRow installed(Part part) {
        return row(part, desk.text("upkeep.state.installed"), Tint.GOOD, Mark.CHECK, false);
    }

    UpkeepRow dropIn(DropIn each) {
        boolean used = each.problem().isEmpty();
        return new UpkeepRow(
                each.file(),
                each.name(),
                each.version(),
                desk.text(used ? "upkeep.state.used" : "upkeep.state.unused"),
                each.file() + ". " + each.problem().map(desk::sentence).orElse(""),
                used ? Tint.GOOD : Tint.BAD,
                used ? Mark.CHECK : Mark.CROSS,
                false);
    }

    private static UpkeepRow row(Part part, String state, Tint tint, Mark mark, boolean offered) {
        return new UpkeepRow(part.id(), part.name(), part.version(), state, part.about(), tint, mark, offered);
    }
}
