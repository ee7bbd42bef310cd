package org.keyhopper.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.HandOverCode;
import org.keyhopper.core.vault.PinDelivery;

/** Hand-out lists in the order given, and the codes that are scanned from them. */
class HandOutListTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ProvisioningRequest REQUEST = RequestReportTest.mixed();

    private static EscrowedPin pin(RecipientId person) {
        return new EscrowedPin(person, new byte[] {1}, NOON, PinDelivery.NONE);
    }

    private static PdfReader list(Locale locale, List<Integer> order) throws IOException {
        List<EscrowedPin> pins =
                order.stream().map(i -> pin(REQUEST.recipients().get(i).id())).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HandOutList(REQUEST, pins, locale, Clock.fixed(NOON, ZoneOffset.UTC)).writePdf(out);
        return new PdfReader(out.toByteArray());
    }

    @Test
    void peopleAreListedInTheOrderOfTheTray() throws IOException {
        String page = new PdfTextExtractor(list(Locale.GERMANY, List.of(1, 0))).getTextFromPage(1);
        String first = HandOverCode.of(REQUEST.recipients().get(1).id());
        String second = HandOverCode.of(REQUEST.recipients().get(0).id());
        assertTrue(page.contains("Unterschrift"), page);
        assertTrue(page.indexOf(first) >= 0 && page.indexOf(first) < page.indexOf(second), page);
    }

    @Test
    void longListsHaveTheirHeadingsOnEveryPage() throws IOException {
        PdfReader reader =
                list(Locale.US, IntStream.range(0, 40).mapToObj(i -> i % 3).toList());
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
        EscrowedPin sealed = pin(REQUEST.recipients().getFirst().id());
        OpenedLetters letters = new OpenedLetters(
                REQUEST, List.of(sealed).iterator(), bytes -> Answer.done(Secret.of("836150")), LetterAddresses.NAMES);
        assertEquals(HandOverCode.of(sealed.recipient()), letters.next().code());
    }
}
