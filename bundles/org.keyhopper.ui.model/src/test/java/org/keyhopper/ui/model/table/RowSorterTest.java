package org.keyhopper.ui.model.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.ui.model.table.RowQuery.SortKey;

class RowSorterTest {

    private record Person(String name, int count) {}

    private static final Person ZOE = new Person("Zoe Ärmel", 9);
    private static final Person OERTEL = new Person("Örtel", 10);
    private static final Person ADAM = new Person("adam Zorn", 10);
    private static final List<Person> PEOPLE = List.of(ZOE, OERTEL, ADAM);

    private final RowSorter<Person> sorter = new RowSorter<>(
            List.of(
                    new RowSorter.Key<>(Person::name, Optional.empty()),
                    new RowSorter.Key<>(
                            person -> Integer.toString(person.count()),
                            Optional.of(Comparator.comparingInt(Person::count)))),
            Locale.GERMAN);

    @Test
    void withoutFilterAndSortTheRowsAreThoseOfTheSource() {
        assertSame(PEOPLE, sorter.apply(PEOPLE, RowQuery.ALL));
    }

    @Test
    void textsAreSortedInTheOrderOfTheLanguage() {
        assertEquals(List.of(ADAM, OERTEL, ZOE), sorter.apply(PEOPLE, RowQuery.ALL.sortedBy(0)));
    }

    @Test
    void numbersAreSortedByValue() {
        assertEquals(List.of(ZOE, OERTEL, ADAM), sorter.apply(PEOPLE, RowQuery.ALL.sortedBy(1)));
    }

    @Test
    void descendingOrderKeepsEqualRowsInTheirOrder() {
        RowQuery query = RowQuery.ALL.sortedBy(1).sortedBy(1);
        assertEquals(Optional.of(new SortKey(1, true)), query.sort());
        assertEquals(List.of(OERTEL, ADAM, ZOE), sorter.apply(PEOPLE, query));
    }

    @Test
    void sortingByAnotherColumnBeginsAscending() {
        RowQuery query = RowQuery.ALL.sortedBy(1).sortedBy(1).sortedBy(0);
        assertEquals(Optional.of(new SortKey(0, false)), query.sort());
    }

    @Test
    void aThirdTimeSortsAscendingAgain() {
        RowQuery query = RowQuery.ALL.sortedBy(1).sortedBy(1).sortedBy(1);
        assertEquals(Optional.of(new SortKey(1, false)), query.sort());
    }

    @Test
    void everyWordOfTheFilterMustBeInARowInAnyColumnAndCase() {
        assertEquals(List.of(ADAM), sorter.apply(PEOPLE, RowQuery.ALL.withFilter(" 10 ZORN ")));
        assertEquals(List.of(), sorter.apply(PEOPLE, RowQuery.ALL.withFilter("9 zorn")));
    }

    @Test
    void aFilterDoesNotMatchAcrossTwoColumns() {
        assertEquals(List.of(), sorter.apply(PEOPLE, RowQuery.ALL.withFilter("örtel10")));
    }

    @Test
    void filteredRowsAreSorted() {
        assertEquals(
                List.of(ADAM, OERTEL),
                sorter.apply(PEOPLE, RowQuery.ALL.withFilter("10").sortedBy(0)));
    }

    @Test
    void aColumnThatAnEarlierVersionHadIsIgnored() {
        assertEquals(PEOPLE, sorter.apply(PEOPLE, RowQuery.ALL.sortedBy(7)));
    }
}
