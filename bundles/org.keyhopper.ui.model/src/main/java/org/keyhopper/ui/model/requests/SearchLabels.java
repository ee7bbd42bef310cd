package org.keyhopper.ui.model.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.people.Candidate;
import org.keyhopper.core.people.Candidate.Remark;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** The texts of the search dialog. */
record SearchLabels(WorkbenchContext desk) {

    FoundRow row(DirectoryGroup group) {
        return new FoundRow(group.name(), desk.text("search.group"), Optional.of(group), Optional.empty());
    }

    FoundRow row(DirectoryUser user) {
        return new FoundRow(user.displayName(), user.userName(), Optional.empty(), Optional.of(user));
    }

    ChoiceRow row(Candidate one, boolean taken, boolean holder) {
        List<String> remarks = new ArrayList<>();
        for (Remark remark : Remark.values()) {
            if (one.remarks().contains(remark)) {
                remarks.add(desk.text("search.remark." + remark.name()));
            }
        }
        if (holder) {
            remarks.add(desk.text("search.remark.holder"));
        }
        DirectoryUser user = one.user();
        return new ChoiceRow(
                user.id(),
                taken,
                user.displayName(),
                user.userName(),
                String.join(", ", remarks),
                one.isPlain() ? Tint.ACTIVE : Tint.ATTENTION);
    }

    Notice found(int count) {
        return new Notice(desk.text("search.found", count), Tint.NEUTRAL);
    }

    String reading(DirectoryGroup group, int count) {
        return desk.text("search.reading", group.name(), count);
    }

    String counting(int done, int all) {
        return desk.text("search.counting", done, all);
    }

    String wait(String working) {
        return desk.text("search.wait", working);
    }

    Notice taken(DirectoryGroup group, int count, CandidateSelection.Figures figures) {
        String again = figures.repeated() == 0 ? "" : " " + desk.text("search.repeated", figures.repeated());
        return new Notice(desk.text("search.taken", group.name(), count) + again, Tint.GOOD);
    }

    Notice counted(CandidateSelection.Figures figures) {
        return new Notice(desk.text("search.counted", figures.holders()), Tint.GOOD);
    }

    /** Omits categories without people. */
    String summary(CandidateSelection.Figures figures) {
        if (figures.people() == 0) {
            return desk.text("search.nobody");
        }
        List<String> parts = new ArrayList<>();
        parts.add(desk.text("search.summary", figures.chosen(), figures.people()));
        part(parts, "search.summary.disabled", figures.disabled());
        part(parts, "search.summary.guests", figures.guests());
        part(parts, "search.summary.twins", figures.twins());
        part(parts, "search.summary.holders", figures.holders());
        return String.join(" · ", parts);
    }

    private void part(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(desk.text(key, count));
        }
    }
}
