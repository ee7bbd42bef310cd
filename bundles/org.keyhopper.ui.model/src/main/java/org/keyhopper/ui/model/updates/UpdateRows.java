package org.keyhopper.ui.model.updates;

import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.Part;
import org.keyhopper.ui.model.OutcomeStyle.Mark;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Composes the rows of units and drop-ins. */
record UpdateRows(WorkbenchContext context) {

    UpdateRow newer(Part part) {
        return row(part, context.text("upkeep.state.newer"), Tint.ACTIVE, Mark.RING, false);
    }

    UpdateRow offered(Part part) {
        return row(part, context.text("upkeep.state.offered"), Tint.NEUTRAL, Mark.RING, true);
    }

    UpdateRow installed(Part part) {
        return row(part, context.text("upkeep.state.installed"), Tint.GOOD, Mark.CHECK, false);
    }

    UpdateRow dropIn(DropIn each) {
        boolean used = each.problem().isEmpty();
        return new UpdateRow(
                each.file(),
                each.name(),
                each.version(),
                context.text(used ? "upkeep.state.used" : "upkeep.state.unused"),
                each.file() + ". " + each.problem().map(context::sentence).orElse(""),
                used ? Tint.GOOD : Tint.BAD,
                used ? Mark.CHECK : Mark.CROSS,
                false);
    }

    private static UpdateRow row(Part part, String state, Tint tint, Mark mark, boolean offered) {
        return new UpdateRow(part.id(), part.name(), part.version(), state, part.about(), tint, mark, offered);
    }
}
