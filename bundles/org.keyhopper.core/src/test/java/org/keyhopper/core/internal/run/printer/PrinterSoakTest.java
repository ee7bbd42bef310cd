package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * A short form in each build. {@code releng/bench soak} has the long one: the system properties {@code soak.people} (150) and
 * {@code soak.seed} (1) say how many cards with which faults.
 */
class PrinterSoakTest {

    private static final int REQUEST = 50;

    @Test
    void storeDirectoryAndCardsSayTheSameAfterwards() throws Exception {
        int people = Integer.getInteger("soak.people", 150);
        int threads = Thread.activeCount();
        try (PrinterSoak soak = new PrinterSoak(Long.getLong("soak.seed", 1))) {
            for (int done = 0; done < people; done += REQUEST) {
                soak.assertRequestIsProvisioned(REQUEST);
                if (done % 1000 == 0) {
                    System.out.println("soak: " + soak.figures() + ", " + used() + " MB used, " + Thread.activeCount()
                            + " threads");
                }
            }
            System.out.println("soak: " + soak.figures() + ", " + used() + " MB used");
        }
        assertTrue(Thread.activeCount() <= threads + 20, "threads: " + Thread.activeCount() + ", before " + threads);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
