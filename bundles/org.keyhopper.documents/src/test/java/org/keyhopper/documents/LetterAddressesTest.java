package org.keyhopper.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.ProvisioningRequest;

/** Postal addresses: whose are there, whose are missing, and what is wrong with a file. */
class LetterAddressesTest {

    private static ReadResult<LetterAddresses> read(String csv) throws IOException {
        return LetterAddresses.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static LetterAddresses value(String csv) throws IOException {
        return ((ReadResult.Success<LetterAddresses>) read(csv)).value();
    }

    private static List<String> faults(String csv) throws IOException {
        return ((ReadResult.Failure<LetterAddresses>) read(csv))
                .faults().stream().map(DocumentFault::toString).toList();
    }

    private static Recipient person(String user) {
        return new Recipient(user, "Anna Berg", "", "", "");
    }

    @Test
    void linesAreTheOtherColumnsInTheirOrder() throws IOException {
        LetterAddresses addresses =
                value("name;user;street;more;place\nAnna Berg;Anna@contoso.com;Weg 7;;10115 Berlin\n");
        assertEquals(List.of("Anna Berg", "Weg 7", "10115 Berlin"), addresses.of(person("anna@contoso.com")));
    }

    @Test
    void withoutAFileTheNameAndTheAccountAreTheAddress() {
        assertEquals(List.of("Anna Berg", "anna@contoso.com"), LetterAddresses.NAMES.of(person("anna@contoso.com")));
        assertEquals(
                List.of("anna@contoso.com"),
                LetterAddresses.NAMES.of(new Recipient("anna@contoso.com", "", "", "", "")));
    }

    @Test
    void peopleWithoutAddressAreNamed() throws IOException {
        ProvisioningRequest request = RequestReportTest.mixed();
        List<String> users = request.recipients().stream()
                .map(person -> person.recipient().user())
                .toList();
        LetterAddresses addresses = value("user,line\n" + users.getFirst() + ",Weg 7\n");
        assertEquals(users.subList(1, users.size()), addresses.missing(request.recipients()));
        assertEquals(List.of(), LetterAddresses.NAMES.missing(request.recipients()));
    }

    @Test
    void faultsNameTheLine() throws IOException {
        assertEquals(List.of("Line 1, user: This column is missing."), faults("name,street\nAnna,Weg 7\n"));
        assertEquals(
                List.of(
                        "Line 3: The account or the address is missing.",
                        "Line 4, user: anna@contoso.com has a second address here."),
                faults("user,line\nanna@contoso.com,Weg 7\nben@contoso.com,\nanna@contoso.com,Weg 8\n"));
    }
}
