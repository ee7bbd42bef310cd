package org.keyhopper.central.server.internal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.storage.AuditTable;
import org.keyhopper.central.storage.CentralStore;

/** Verifies the chain of the audit trail, and that it still has what its checkpoints say. */
public final class TrailVerification {

    private static final int AT_ONCE = 1000;

    private final CentralStore store;
    private final Map<Long, Checkpoint> checkpoints = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private String lastHash = AuditChain.START;
    private long verified;
    private int cutOff;

    public TrailVerification(CentralStore store) {
        this.store = store;
    }

    /**
     * Adds the lines of a file of checkpoints; those with another signature are faults. A line that was cut off while it was
     * written is none: it says nothing, and the next one covers what it would have said.
     */
    public void expect(CheckpointKey key, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Optional<Checkpoint> checkpoint = key.verify(line);
            if (key.isCutOff(line)) {
                cutOff++;
            } else if (checkpoint.isEmpty()) {
                faults.add("Line " + (i + 1) + " of the checkpoints is not signed by this Central.");
            } else {
                expect(checkpoint.get());
            }
        }
    }

    private void expect(Checkpoint checkpoint) {
        Checkpoint before = checkpoints.putIfAbsent(checkpoint.number(), checkpoint);
        if (before != null && !before.hash().equals(checkpoint.hash())) {
            faults.add("Two checkpoints of entry " + checkpoint.number() + " differ.");
        }
    }

    /** Reads the whole trail; returns what is wrong. */
    public List<String> run() {
        AuditTable.Start start = store.write(in -> in.audit().start());
        lastHash = start.hash();
        verified = start.number();
        boolean more = true;
        while (more) {
            long from = verified;
            List<AuditEntry> entries = store.write(in -> in.audit().after(from, AT_ONCE));
            OptionalLong broken = AuditChain.firstBroken(lastHash, verified + 1, entries);
            if (broken.isPresent()) {
                faults.add("Entry " + broken.getAsLong() + " is missing or was changed.");
                return faults;
            }
            entries.forEach(this::compare);
            more = !entries.isEmpty();
        }
        checkpoints.values().stream()
                .filter(checkpoint -> checkpoint.number() > verified)
                .reduce((earlier, later) -> later)
                .ifPresent(missing -> faults.add("The entries after " + verified + " are missing: a checkpoint of "
                        + missing.at() + " names entry " + missing.number() + "."));
        return faults;
    }

    private void compare(AuditEntry entry) {
        Checkpoint checkpoint = checkpoints.get(entry.number());
        if (checkpoint != null && !checkpoint.hash().equals(entry.hash())) {
            faults.add("Entry " + entry.number() + " is not the one of the checkpoint of " + checkpoint.at() + ".");
        }
        lastHash = entry.hash();
        verified = entry.number();
    }

    /** Returns the number of the last entry that was verified. */
    public long verified() {
        return verified;
    }

    public String lastHash() {
        return lastHash;
    }

    public int checkpoints() {
        return checkpoints.size();
    }

    /** Returns how many lines of the checkpoints were cut off. */
    public int cutOff() {
        return cutOff;
    }
}
