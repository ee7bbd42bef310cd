package org.keyhopper.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.request.Recipient;

class RecipientCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void allColumnsAreReadWithAndWithoutByteOrderMark(String mark) throws IOException {
        assertEquals(
                List.of(
                        new Recipient("zoe@example.com", "Zoë O'Neil, Dr.", "z@example.com", "Key 1"),
                        new Recipient("山田", "say \"hi\"", "", "")),
                good(mark + "user,displayName,email,deviceName\r\n"
                        + "zoe@example.com,\"Zoë O'Neil, Dr.\",z@example.com,Key 1\r\n"
                        + "山田,\"say \"\"hi\"\"\",,\r\n"));
    }

    @Test
    void columnOrderCaseAndLineEndsAreIrrelevant() throws IOException {
        assertEquals(
                List.of(new Recipient("kim", "Kim", "", ""), new Recipient("lee", "Lee", "", "")),
                good("DISPLAYNAME, User \nKim, kim \nLee,lee"));
    }

    @Test
    void onlyTheUserIsRequired() throws IOException {
        assertEquals(List.of(new Recipient("kim", "", "", "")), good("user\nkim\n"));
    }

    @Test
    void emptyRowsAreDropped() throws IOException {
        assertEquals(2, good("user,email\n\nkim,\n,\n,,,\nlee,\n\n").size());
    }

    @Test
    void unknownColumnsAreAWarning() throws IOException {
        ReadResult.Success<List<Recipient>> good =
                (ReadResult.Success<List<Recipient>>) read("user,Department,\nkim,Sales,x\n");
        assertEquals(
                List.of("The column \"Department\" is not used.", "The column no. 3, which has no name, is not used."),
                good.warnings());
    }

    @Test
    void allInvalidRowsAreReportedAndNothingIsImported() throws IOException {
        List<DocumentFault> faults = bad(
                "user,displayName,email,deviceName\n" // 1
                        + "kim,,,\n" // 2
                        + ",Nobody,,\n" // 3
                        + "lee,\"two\nlines\",,\n" // 4 and 5
                        + "KIM,,,\n" // 6
                        + "max,,no-address,\n" // 7
                        + "eve,,," + "x".repeat(31) + "\n" // 8
                        + "one,two\n" // 9
                        + "zero\u200bwidth,,,\n"); // 10
        assertEquals(
                List.of("3 user", "4 displayName", "6 user", "7 email", "8 deviceName", "9 ", "10 user"),
                faults.stream().map(fault -> fault.line() + " " + fault.place()).toList());
        assertEquals("\"KIM\" is already in line 2.", faults.get(2).message());
        assertTrue(faults.get(4).message().contains("31"), faults.get(4).message());
        assertEquals("Line 3, user: The user is missing.", faults.getFirst().toString());
    }

    @Test
    void lengthsAreCountedInCodePoints() throws IOException {
        assertEquals(1, good("user,deviceName\nkim," + "😀".repeat(30) + "\n").size());
    }

    @Test
    void duplicateColumnIsRefused() throws IOException {
        assertFault(1, "User", "two columns", "user,email,User\nkim,,lee\n");
    }

    @Test
    void missingUserColumnNamesTheExistingOnes() throws IOException {
        assertFault(1, "user", "it has: name, email", "name,email\nkim,k@example.com\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void theHeaderTellsTheSeparator(String separator) throws IOException {
        assertEquals(
                List.of(new Recipient("kim", "Lee, Kim", "kim@example.com", "")),
                good("user;displayName;email\nkim;Lee, Kim;kim@example.com\n".replace(";", separator)));
    }

    @Test
    void columnsOfAnExportFromADirectoryAreRecognised() throws IOException {
        assertEquals(
                List.of(new Recipient("kim@example.com", "Kim Lee", "k@example.com", "")),
                good("id;userPrincipalName;displayName;mail\n7;kim@example.com;Kim Lee;k@example.com\n"));
    }

    @Test
    void ourOwnNameOfAColumnWinsOverOthers() throws IOException {
        assertEquals(List.of(new Recipient("kim", "", "", "")), good("userPrincipalName,user\nkim@example.com,kim\n"));
    }

    @Test
    void columnsOfAnyNameAreMapped() throws IOException {
        byte[] file = "Kennung,Vorname\nkim,Kim\n".getBytes(UTF_8);
        Map<String, String> mapping = Map.of("user", "Kennung", "displayName", "Vorname");
        RecipientCsv.Header header = RecipientCsv.header(new ByteArrayInputStream(file), Map.of());
        assertEquals(List.of("Kennung", "Vorname"), header.names());
        assertEquals(Map.of(), header.used());
        assertEquals(
                mapping,
                RecipientCsv.header(new ByteArrayInputStream(file), mapping).used());
        ReadResult.Success<List<Recipient>> read =
                (ReadResult.Success<List<Recipient>>) RecipientCsv.read(new ByteArrayInputStream(file), mapping);
        assertEquals(List.of(new Recipient("kim", "Kim", "", "")), read.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", " \r\n"})
    void emptyFileIsRefused(String text) throws IOException {
        assertFault(0, "", "empty", text);
    }

    @Test
    void fileWithoutRecipientsIsRefused() throws IOException {
        assertFault(0, "", "no person", "user,email\n,\n");
    }

    @Test
    void unclosedQuoteIsReportedWithItsRow() throws IOException {
        assertFault(3, "", "quotation mark", "user,displayName\nkim,Kim\nlee,\"Lee\nmax,Max\n");
        assertFault(2, "", "quotation mark", "user,displayName\nkim,\"Kim\" Lee\n");
    }

    @Test
    void wrongEncodingIsReportedWithItsLine() throws IOException {
        assertFault(3, "", "UTF-8", "user,displayName\r\nkim,Kim\r\nzoe,Zoë\r\n".getBytes(ISO_8859_1));
        assertFault(0, "", "UTF-16", "user\nkim\n".getBytes(UTF_16));
    }

    @Test
    void namesAreNormalizedToNfc() throws IOException {
        assertEquals("Zo\u00eb", good("user\nZoe\u0308\n").getFirst().user());
    }

    private static ReadResult<List<Recipient>> read(String text) throws IOException {
        return RecipientCsv.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static List<Recipient> good(String text) throws IOException {
        ReadResult<List<Recipient>> read = read(text);
        return switch (read) {
            case ReadResult.Success<List<Recipient>> good -> good.value();
            case ReadResult.Failure<List<Recipient>> bad -> throw new AssertionError(bad.faults());
        };
    }

    private static List<DocumentFault> bad(String text) throws IOException {
        return ((ReadResult.Failure<List<Recipient>>) read(text)).faults();
    }

    private static void assertFault(int line, String place, String words, String text) throws IOException {
        assertFault(line, place, words, text.getBytes(UTF_8));
    }

    private static void assertFault(int line, String place, String words, byte[] text) throws IOException {
        List<DocumentFault> faults =
                ((ReadResult.Failure<List<Recipient>>) RecipientCsv.read(new ByteArrayInputStream(text))).faults();
        assertEquals(1, faults.size(), faults::toString);
        assertEquals(line, faults.getFirst().line());
        assertEquals(place, faults.getFirst().place());
        assertTrue(faults.getFirst().message().contains(words), faults::toString);
    }
}
