package org.keyhopper.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.HandOverCode;
import org.keyhopper.core.vault.PinDelivery;

/** Hand-out lists in the order given, and the codes that are scanned from them. */
class HandOutListTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ProvisioningRequest REQUEST = RequestReportTest.mixed();

    /** People of whom the first device was made last; the one at the end has none. */
    private static ProvisioningRequest provisioned(int count) {
        List<RecipientState> people = IntStream.rangeClosed(1, count + 1)
                .mapToObj(i -> person(i, i > count ? Outcome.FAILED : Outcome.PROVISIONED))
                .toList();
        return new ProvisioningRequest(
                REQUEST.id(), REQUEST.name(), REQUEST.directory(), REQUEST.profile(), REQUEST.created(), people);
    }

    private static RecipientState person(int position, Outcome outcome) {
        OutcomeRecord last = new OutcomeRecord(
                outcome,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                NOON.minusSeconds(position),
                Duration.ofSeconds(8));
        Recipient recipient = new Recipient("user" + position, "Person " + position, "", "");
        return new RecipientState(new RecipientId(REQUEST.id(), position), recipient, outcome, Optional.of(last));
    }

    /** The list that begins with the last is one of a rehearsal. */
    private static PdfReader list(Locale locale, ProvisioningRequest request, boolean lastFirst) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HandOutList(request, lastFirst, locale, Clock.fixed(NOON, ZoneOffset.UTC)).writePdf(out, lastFirst);
        return new PdfReader(out.toByteArray());
    }

    @Test
    void provisionedPeopleAreListedInTheOrderOfTheTray() throws IOException {
        ProvisioningRequest request = provisioned(2);
        String page = new PdfTextExtractor(list(Locale.GERMANY, request, false)).getTextFromPage(1);
        assertTrue(page.contains("Unterschrift"), page);
        assertTrue(page.indexOf("R7K3M-2") >= 0 && page.indexOf("R7K3M-2") < page.indexOf("R7K3M-1"), page);
        assertFalse(page.contains("R7K3M-3"), page);
        String reversed = new PdfTextExtractor(list(Locale.GERMANY, request, true)).getTextFromPage(1);
        assertTrue(reversed.indexOf("R7K3M-1") < reversed.indexOf("R7K3M-2"), reversed);
        assertFalse(page.contains("ÜBUNG"), page);
        assertTrue(reversed.contains("ÜBUNG"), reversed);
    }

    @Test
    void longListsHaveTheirHeadingsOnEveryPage() throws IOException {
        PdfReader reader = list(Locale.US, provisioned(40), false);
        assertTrue(reader.getNumberOfPages() > 2);
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        for (int i = 1; i <= reader.getNumberOfPages(); i++) {
            assertTrue(extractor.getTextFromPage(i).contains("Signature"));
        }
    }

    @Test
    void codeSerialNumberAndAccountFindThePerson() {
        var person = REQUEST.recipients().getFirst();
        assertEquals("R7K3M-" + person.id().position(), HandOverCode.of(person.id()));
        assertEquals(
                Optional.of(person),
                HandOverCode.find(REQUEST.recipients(), "r7k3m-" + person.id().position() + " "));
        assertEquals(
                Optional.of(person),
                HandOverCode.find(REQUEST.recipients(), person.recipient().user()));
        assertEquals(Optional.empty(), HandOverCode.find(REQUEST.recipients(), "R7K3M-99"));
        assertEquals(Optional.empty(), HandOverCode.find(REQUEST.recipients(), ""));
    }

    @Test
    void lettersCarryTheCodeOfTheirPerson() {
        EscrowedPin sealed =
                new EscrowedPin(REQUEST.recipients().getFirst().id(), new byte[] {1}, NOON, PinDelivery.NONE);
        OpenedLetters letters = new OpenedLetters(
                REQUEST, List.of(sealed).iterator(), bytes -> Answer.done(Secret.of("836150")), LetterAddresses.NAMES);
        assertEquals(HandOverCode.of(sealed.recipient()), letters.next().code());
    }
}
