package org.keyhopper.ui.model.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.DirectoryUser.Kind;

class CandidateSelectionTest {

    private static final int MANY = 10_000;

    private final CandidateSelection choosing =
            new CandidateSelection((one, holder) -> one.remarks().toString());

    private static List<DirectoryUser> crowd() {
        List<DirectoryUser> users = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            String id = "u" + n;
            users.add(new DirectoryUser(
                    id,
                    id + "@example.com",
                    "Person " + n,
                    "p" + (n % 50 == 1 ? n - 1 : n) + "@example.com",
                    n % 25 == 0 ? AccountState.DISABLED : AccountState.ENABLED,
                    n % 20 == 7 ? Kind.GUEST : Kind.MEMBER));
        }
        return users;
    }

    @Test
    void peopleWithoutDisqualifyingRemarkAreChosen() {
        choosing.add(crowd());
        choosing.add(crowd().subList(0, 10));
        assertEquals(
                new CandidateSelection.Counts(MANY, MANY - 400 - 500 - 200, 400, 500, 200, 10, 0, MANY - 1100),
                choosing.counts());
        assertEquals(MANY - 1100, choosing.recipients().size());
    }

    @Test
    void selectAllAffectsVisiblePeopleAndKeepsManualChoices() {
        choosing.add(crowd().subList(0, 30));
        choosing.choose("u0", true);
        choosing.filter("person 2");
        choosing.chooseShown(false);
        choosing.chooseShown(true);
        assertEquals(
                List.of(true, true),
                choosing.rows().stream().limit(2).map(choosing::isTaken).toList());
        choosing.filter("");
        assertEquals(true, choosing.isTaken(choosing.rows().getFirst()));
    }

    @Test
    void theFilterFindsRemarks() {
        choosing.add(crowd().subList(0, 100));
        choosing.filter("guest");
        assertEquals(5, choosing.rows().size());
    }
}
