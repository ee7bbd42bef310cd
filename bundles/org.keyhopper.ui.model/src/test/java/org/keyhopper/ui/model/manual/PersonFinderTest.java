package org.keyhopper.ui.model.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.ui.model.requests.PersonRow;

class PersonFinderTest extends ManualPresenterRig {

    @Test
    void peopleAreFoundByTheBeginningOfTheNameFirst() {
        start();
        PersonFinder finder = presenter.finder();
        finder.search("OLA");
        List<PersonRow> rows = finder.states().get().rows();
        assertTrue(rows.getFirst().name().startsWith("Ola"), rows::toString);
        assertFalse(rows.stream().anyMatch(row -> row.name().startsWith("Karl")), rows::toString);
    }

    @Test
    void whoIsProvisionedOrHasTheirTurnIsNotOffered() {
        start();
        PersonFinder finder = presenter.finder();
        finder.search("");
        List<Integer> positions =
                finder.states().get().rows().stream().map(PersonRow::position).toList();
        assertFalse(positions.contains(1), "provisioned");
        assertTrue(positions.contains(2), "skipped");
        assertFalse(positions.contains(14), "current");
        assertTrue(positions.contains(15), "pending");
    }

    @Test
    void theChosenPersonIsGoneTo() {
        start();
        assertTrue(shown().offers(ManualAction.FIND_PERSON));
        PersonFinder finder = presenter.finder();
        finder.search("pia");
        finder.goTo(finder.states().get().rows().getFirst());
        assertEquals(1, run.visited().size());
        assertEquals(
                "Pia",
                request.recipients()
                        .get(run.visited().getFirst() - 1)
                        .recipient()
                        .name()
                        .split(" ")[0]);
    }

    @Test
    void runForOnePersonGoesToAnotherOnRequest() {
        presenter.startFor(request.id(), 20, null, signIn);
        assertEquals(List.of(Optional.of(Set.of(20))), station.meant);
        assertEquals(List.of(), run.visited());
        presenter.startFor(request.id(), 30, null, signIn);
        assertEquals(List.of(30), run.visited());
        assertEquals(1, station.meant.size());
    }

    @Test
    void withoutARunNobodyIsFound() {
        assertEquals(List.of(), presenter.finder().states().get().rows());
    }
}
