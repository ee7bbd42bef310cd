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
record SearchLabels(WorkbenchContext context) {

    /** The length of a text that is searched: a single letter would match half the directory. */
    static final int SHORTEST = 2;

    FoundRow row(DirectoryGroup group) {
        return new FoundRow(group.name(), context.text("search.group"), Optional.of(group), Optional.empty());
    }

    FoundRow row(DirectoryUser user) {
        return new FoundRow(user.displayName(), user.userName(), Optional.empty(), Optional.of(user));
    }

    String remarks(Candidate one, boolean holder) {
        List<String> remarks = new ArrayList<>();
        for (Remark remark : Remark.values()) {
            if (one.remarks().contains(remark)) {
                remarks.add(context.text("search.remark." + remark.name()));
            }
        }
        if (holder) {
            remarks.add(context.text("search.remark.holder"));
        }
        return String.join(", ", remarks);
    }

    ChoiceRow row(Candidate one, boolean taken, boolean holder) {
        DirectoryUser user = one.user();
        return new ChoiceRow(
                user.id(),
                taken,
                user.displayName(),
                user.userName(),
                remarks(one, holder),
                one.isPlain() ? Tint.ACTIVE : Tint.ATTENTION);
    }

    /** Returns the notice about what was found for a text. */
    Optional<Notice> found(String text, int count) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String found =
                text.length() < SHORTEST ? context.text("search.short", SHORTEST) : context.text("search.found", count);
        return Optional.of(new Notice(found, Tint.NEUTRAL));
    }

    String reading(DirectoryGroup group, int count) {
        return context.text("search.reading", group.name(), count);
    }

    String counting(int done, int all) {
        return context.text("search.counting", done, all);
    }

    String wait(String working) {
        return context.text("search.wait", working);
    }

    Notice taken(DirectoryGroup group, int count, CandidateSelection.Counts counts) {
        String again = counts.repeated() == 0 ? "" : " " + context.text("search.repeated", counts.repeated());
        return new Notice(context.text("search.taken", group.name(), count) + again, Tint.GOOD);
    }

    Notice counted(CandidateSelection.Counts counts) {
        return new Notice(context.text("search.counted", counts.holders()), Tint.GOOD);
    }

    /** Omits categories without people. */
    String summary(CandidateSelection.Counts counts) {
        if (counts.people() == 0) {
            return context.text("search.empty");
        }
        List<String> parts = new ArrayList<>();
        parts.add(context.text("search.summary", counts.chosen(), counts.people()));
        part(parts, "search.summary.disabled", counts.disabled());
        part(parts, "search.summary.guests", counts.guests());
        part(parts, "search.summary.twins", counts.duplicates());
        part(parts, "search.summary.holders", counts.holders());
        return String.join(" · ", parts);
    }

    private void part(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(context.text(key, count));
        }
    }
}
