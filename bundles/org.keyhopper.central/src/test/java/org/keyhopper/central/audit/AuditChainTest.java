package org.keyhopper.central.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.access.Caller;

class AuditChainTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final Caller CALLER = Caller.none("call-1");

    private final List<AuditEntry> trail = new ArrayList<>();

    private void add(AuditEvent event) {
        String previous = trail.isEmpty() ? AuditChain.START : trail.getLast().hash();
        long number = trail.size() + 1L;
        trail.add(new AuditEntry(number, AT, event, AuditChain.hash(previous, number, AT, event)));
    }

    private void addThree() {
        for (int i = 1; i <= 3; i++) {
            add(AuditEvent.done(CALLER, AuditAction.CLAIM, "claim:" + i).with("recipient", "R/" + i));
        }
    }

    private OptionalLong broken() {
        return AuditChain.firstBroken(AuditChain.START, 1, trail);
    }

    @Test
    void untouchedTrailIsIntact() {
        addThree();
        assertEquals(OptionalLong.empty(), broken());
        assertEquals(OptionalLong.empty(), AuditChain.firstBroken(trail.get(0).hash(), 2, trail.subList(1, 3)));
    }

    @Test
    void changedEntryIsFound() {
        addThree();
        AuditEntry entry = trail.get(1);
        AuditEvent changed = entry.event().with("recipient", "R/9");
        trail.set(1, new AuditEntry(entry.number(), entry.at(), changed, entry.hash()));
        assertEquals(OptionalLong.of(2), broken());
    }

    @Test
    void removedEntryIsFound() {
        addThree();
        trail.remove(1);
        assertEquals(OptionalLong.of(2), broken());
    }

    @Test
    void reorderedEntriesAreFound() {
        addThree();
        trail.add(1, trail.remove(2));
        assertEquals(OptionalLong.of(2), broken());
    }

    @Test
    void textsCannotBeMovedBetweenMembers() {
        AuditEvent one = AuditEvent.done(CALLER, AuditAction.CLAIM, "ab").with("c", "d");
        AuditEvent two = AuditEvent.done(CALLER, AuditAction.CLAIM, "a").with("bc", "d");
        assertNotEquals(AuditChain.hash(AuditChain.START, 1, AT, one), AuditChain.hash(AuditChain.START, 1, AT, two));
    }
}
