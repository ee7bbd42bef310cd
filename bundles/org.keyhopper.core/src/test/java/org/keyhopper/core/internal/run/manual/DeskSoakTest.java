package org.keyhopper.core.internal.run.manual;

import org.junit.jupiter.api.Test;

/**
 * A short form in each build; {@code releng/bench soak} has the long one. The system properties {@code soak.people.desk} (40) and
 * {@code soak.seed} (1) say how many cards with which faults.
 */
class DeskSoakTest {

    private static final int REQUEST = 20;

    @Test
    void storeDirectoryAndCardsSayTheSameAfterwards() {
        int people = Integer.getInteger("soak.people.desk", 40);
        try (DeskSoak soak = new DeskSoak(Long.getLong("soak.seed", 1))) {
            for (int done = 0; done < people; done += REQUEST) {
                soak.assertRequestIsProvisioned(REQUEST);
            }
            System.out.println("soak: " + soak.figures());
        }
    }
}
