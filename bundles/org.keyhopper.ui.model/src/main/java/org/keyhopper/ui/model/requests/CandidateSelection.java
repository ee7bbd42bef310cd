package org.keyhopper.ui.model.requests;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.people.Candidate;
import org.keyhopper.core.people.Candidate.Remark;
import org.keyhopper.core.people.Candidates;
import org.keyhopper.core.people.PasskeyCount;

/** The people who can be added to a new request, and which of them are chosen. Thread-safe: every change is atomic. */
final class CandidateSelection {

    private Candidates candidates = Candidates.NONE;
    private final Set<String> chosen = new HashSet<>();
    private final Map<String, PasskeyCount> counts = new HashMap<>();
    private boolean leavesOutHolders;
    private String filter = "";
    private final BiFunction<Candidate, Boolean, String> remarks;

    /** @param remarks the text of the remarks about a candidate, and of whether they hold a passkey */
    CandidateSelection(BiFunction<Candidate, Boolean, String> remarks) {
        this.remarks = remarks;
    }

    /** Counts by category. */
    record Counts(
            int people, int chosen, int disabled, int guests, int duplicates, int repeated, int holders, int unknown) {}

    /** Adds people; those without a disqualifying remark are chosen. */
    synchronized void add(List<DirectoryUser> users) {
        Set<String> known = ids();
        candidates = candidates.with(users);
        candidates.people().stream()
                .filter(one -> one.isPlain() && !known.contains(one.user().id()))
                .forEach(one -> chosen.add(one.user().id()));
    }

    synchronized void drop(Collection<String> ids) {
        candidates = candidates.without(Set.copyOf(ids));
        chosen.removeAll(ids);
    }

    synchronized void clear() {
        candidates = Candidates.NONE;
        chosen.clear();
        counts.clear();
    }

    synchronized void choose(String id, boolean taken) {
        if (taken) {
            chosen.add(id);
        } else {
            chosen.remove(id);
        }
    }

    /** Chooses everybody shown without a disqualifying remark, or deselects everybody shown. */
    synchronized void chooseShown(boolean taken) {
        shown().filter(one -> !taken || one.isPlain())
                .forEach(one -> choose(one.user().id(), taken));
    }

    /** Shows only people whose name, account or remarks contain the text. */
    synchronized void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
    }

    synchronized void leaveOutHolders(boolean wanted) {
        leavesOutHolders = wanted;
    }

    synchronized boolean leavesOutHolders() {
        return leavesOutHolders;
    }

    synchronized void counted(PasskeyCount count) {
        counts.put(count.user().id(), count);
    }

    /** Returns the chosen people for whom it is not yet known whether they have a passkey. */
    synchronized List<DirectoryUser> unknown() {
        return candidates.people().stream()
                .map(Candidate::user)
                .filter(user -> chosen.contains(user.id()) && !counts.containsKey(user.id()))
                .toList();
    }

    synchronized boolean isTaken(Candidate one) {
        return chosen.contains(one.user().id()) && !(leavesOutHolders && isHolder(one));
    }

    synchronized boolean isHolder(Candidate one) {
        PasskeyCount count = counts.get(one.user().id());
        return count != null && count.isHolder();
    }

    synchronized List<Candidate> rows() {
        return shown().toList();
    }

    synchronized List<Recipient> recipients() {
        return candidates.people().stream()
                .filter(this::isTaken)
                .map(Candidate::recipient)
                .toList();
    }

    synchronized Counts counts() {
        return new Counts(
                candidates.people().size(),
                (int) candidates.people().stream().filter(this::isTaken).count(),
                count(Remark.DISABLED),
                count(Remark.GUEST),
                count(Remark.SAME_EMAIL),
                candidates.repeated(),
                (int) candidates.people().stream().filter(this::isHolder).count(),
                unknown().size());
    }

    private int count(Remark remark) {
        return (int) candidates.people().stream()
                .filter(one -> one.remarks().contains(remark))
                .count();
    }

    private Set<String> ids() {
        Set<String> ids = new HashSet<>();
        candidates.people().forEach(one -> ids.add(one.user().id()));
        return ids;
    }

    private Stream<Candidate> shown() {
        return candidates.people().stream()
                .filter(one -> contains(one.user().displayName())
                        || contains(one.user().userName())
                        || contains(remarks.apply(one, isHolder(one))));
    }

    private boolean contains(String text) {
        return filter.isEmpty() || text.toLowerCase(Locale.ROOT).contains(filter);
    }
}
