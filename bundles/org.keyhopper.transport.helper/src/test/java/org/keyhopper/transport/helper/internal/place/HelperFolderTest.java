package org.keyhopper.transport.helper.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Helper and client must derive the same folder: the helper from the account it is given, the client from its own. */
class HelperFolderTest {

    private static final String PROGRAMS = "C:\\Program Files";

    @Test
    void windowsAccountsOfDifferentDomainsHaveDifferentFolders() {
        assertNotEquals(waiting("CORP\\anna"), waiting("DESK\\anna"));
        assertNotEquals(waiting("CORP\\anna"), waiting("anna"));
    }

    @Test
    void windowsClientSearchesTheFolderOfItsAccount() {
        assertEquals(waiting("CORP\\anna"), looking("CORP", "anna"));
        assertEquals(waiting("AzureAD\\JürgenGroß"), looking("AzureAD", "JürgenGroß"));
        assertTrue(waiting("CORP\\anna").endsWith("for-corp+anna"), waiting("CORP\\anna"));
    }

    @Test
    void windowsNamesAreCaseInsensitive() {
        assertEquals(waiting("CORP\\Anna"), looking("corp", "anna"));
    }

    @Test
    void invalidFileNameCharactersKeepFoldersDistinct() {
        List<String> people = List.of("A\\jürgen", "A\\jörgen", "A\\j_rgen", "A\\j rgen", "A_\\rgen");
        TreeSet<String> places =
                people.stream().map(HelperFolderTest::waiting).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(people.size(), places.size(), places::toString);
        places.forEach(place -> assertTrue(place.matches("[ -~]*for-[a-z0-9._+-]+"), place));
    }

    @Test
    void longestNamesLeaveRoomForTheSocket() {
        String longest = "D".repeat(15) + "\\" + "ß".repeat(20);
        assertTrue(waiting(longest).length() + "\\socket".length() < 108, waiting(longest));
    }

    @Test
    void domainIsIgnoredElsewhere() {
        String waits = HelperFolder.defaultFor(Map.of(), "anna").folder().toString();
        assertTrue(waits.endsWith("/keyhopper/for-anna"), waits);
        Map<String, String> joined = Map.of("USERDOMAIN", "CORP");
        assertEquals(waits, HelperFolder.searchedBy(joined, "anna").folder().toString());
        assertEquals(
                waits, HelperFolder.defaultFor(Map.of(), "CORP\\anna").folder().toString());
    }

    @Test
    void environmentVariableNamesTheFolder() {
        Map<String, String> told = Map.of("KEYHOPPER_HELPER", "/srv/there", "ProgramFiles", PROGRAMS);
        assertEquals(
                "/srv/there", HelperFolder.searchedBy(told, "anna").folder().toString());
    }

    private static String waiting(String account) {
        return HelperFolder.defaultFor(Map.of("ProgramFiles", PROGRAMS), account)
                .folder()
                .toString();
    }

    private static String looking(String domain, String name) {
        return HelperFolder.searchedBy(Map.of("ProgramFiles", PROGRAMS, "USERDOMAIN", domain), name)
                .folder()
                .toString();
    }
}
