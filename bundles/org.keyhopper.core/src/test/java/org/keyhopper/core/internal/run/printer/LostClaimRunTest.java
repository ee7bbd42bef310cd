package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.run.RunProblem;

/** A run through printers whose request was taken over: it halts, and leaves no passkey that it made. */
class LostClaimRunTest {

    private final AutomaticBench bench = new AutomaticBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTED", "MADE", "REGISTERED"})
    void theCardIsCleanedAndPutOutAndNobodyElseIsBegun(String point) {
        bench.store.journal.beforeWriting(point, bench.store.requests::forgetClaims);
        bench.first.load(3);
        bench.start("anna", "bert", "cleo");
        assertEquals(0, bench.ended().provisioned());
        assertClaimLost();
        assertTrue(bench.directory.passkeys.isEmpty());
        assertTrue(bench.first.output.isEmpty());
        assertEquals(1, bench.first.rejected.size());
        assertTrue(bench.first.rejected.getFirst().isBlank());
    }

    @Test
    void allPrintersStop() {
        bench.first.load(4);
        bench.second.load(4);
        bench.store.journal.beforeWriting("PIN_SET", bench.store.requests::forgetClaims);
        bench.start(List.of(bench.first, bench.second), "anna", "bert", "cleo", "dora", "emil", "fred");
        assertEquals(0, bench.ended().provisioned());
        assertClaimLost();
        assertTrue(bench.directory.passkeys.isEmpty());
        assertTrue(bench.first.rejected.size() + bench.second.rejected.size() <= 2);
    }

    @Test
    void theLastOneWhoseDirectoryAnswerComesTooLateHaltsItToo() {
        bench.store.journal.beforeWriting("CLOSE", bench.store.requests::forgetClaims);
        bench.first.load(1);
        bench.start("anna").ended();
        assertClaimLost();
        assertEquals(1, bench.directory.passkeys.size());
    }

    private void assertClaimLost() {
        assertEquals(AutomaticPhase.HALTED, bench.run.snapshot().phase());
        Problem notice = bench.run.snapshot().notice().orElseThrow();
        assertTrue(notice.is(RunProblem.CLAIM_LOST), notice::toString);
    }
}
