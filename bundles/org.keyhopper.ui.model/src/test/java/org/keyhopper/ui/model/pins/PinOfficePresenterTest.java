package org.keyhopper.ui.model.pins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.EscrowProblem;
import org.keyhopper.escrow.NewEscrowKey;
import org.keyhopper.escrow.PinSealer;
import org.keyhopper.ui.fakes.FakeEscrow;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;

/** The PIN office: what is shown, released, written and recorded. */
class PinOfficePresenterTest {

    private static final RequestId ID = new RequestId("R1");
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    static Path keys;

    private static PinSealer sealer;
    private static EscrowKey key;

    @TempDir
    Path folder;

    private final FakeStation station = new FakeStation();
    private final FakeEscrow escrow = new FakeEscrow();
    private final PinOfficePresenter presenter = new PinOfficePresenter(TestContext.of(station), ID, "kim");
    private final List<String> shown = new ArrayList<>();
    private ProvisioningRequest request;

    @BeforeAll
    static void makeKeys() throws Exception {
        key = NewEscrowKey.create("office", Instant.now(), keys.resolve("office.p12"), Secret.of(PASSWORD));
        NewEscrowKey.create("other", Instant.now(), keys.resolve("other.p12"), Secret.of(PASSWORD));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        sealer = new PinSealer(List.of(key.certificate()), pair);
    }

    @BeforeEach
    void keep() {
        station.escrow = Optional.of(escrow);
        escrow.activate(key.certificate());
        request = Samples.request("R1", 3, 1);
        station.requests.put(request);
        escrow.keep(person(1), sealer.seal(Secret.of("836150"), "pin:R1/1"), Samples.NOW);
        escrow.keep(person(2), sealer.seal(Secret.of("571903"), "pin:R1/2"), Samples.NOW.minusSeconds(60));
        presenter.refresh();
    }

    private static RecipientId person(int position) {
        return new RecipientId(ID, position);
    }

    private PinOfficeState state() {
        return presenter.states().get();
    }

    private String notice() {
        return state().notice().orElseThrow().text();
    }

    private static EscrowKeyInput access(String file, String password) {
        return new EscrowKeyInput(keys.resolve(file), Secret.of(password), "letters for Berlin");
    }

    private void show(EscrowKeyInput with) {
        presenter.showPin(1, with, pin -> {
            shown.add(new String(pin.toChars()));
            pin.close();
        });
    }

    @Test
    void pinsAreListedInTheOrderOfTheTray() {
        assertEquals(
                List.of(2, 1), state().rows().stream().map(PinRow::position).toList());
        assertEquals("PIN sealed", state().rows().getFirst().state());
        assertEquals("R1-2", state().rows().getFirst().code());
        assertEquals("2 PINs: 2 sealed, 0 confirmed, 0 overdue.", state().summary());
    }

    @Test
    void pinIsShownAfterItsReleaseWasRecorded() {
        show(access("office.p12", PASSWORD));
        assertEquals(List.of("836150"), shown);
        assertEquals("letters for Berlin", escrow.releases(ID).getFirst().reason());
        assertEquals("kim", escrow.releases(ID).getFirst().account());
        assertEquals("PIN released", state().rows().getLast().state());
        assertFalse(state().busy());
    }

    @Test
    void wrongKeyOrPasswordReleasesNothing() {
        show(access("other.p12", PASSWORD));
        assertTrue(notice().startsWith("escrow.wrong-key"), this::notice);
        show(access("office.p12", "wrong password"));
        assertTrue(notice().startsWith("escrow.key-unreadable"), this::notice);
        assertEquals(List.of(), shown);
        assertEquals(List.of(), escrow.releases(ID));
    }

    @Test
    void refusedReleaseShowsNothing() {
        escrow.refusal = Optional.of(Problem.of(EscrowProblem.TOO_MANY_RELEASES, "30", "5"));
        show(access("office.p12", PASSWORD));
        assertTrue(notice().startsWith("escrow.too-many-releases"), this::notice);
        assertEquals(List.of(), shown);
    }

    private LettersOrder order(Path file, Optional<Path> template, Optional<Path> addresses) {
        return order(file, new LetterLayout(Locale.GERMANY, template, Optional.empty()), addresses);
    }

    private LettersOrder order(Path file, LetterLayout look, Optional<Path> addresses) {
        return order(new EncryptedLetters(file, Secret.of("the letters of Berlin")), look, addresses);
    }

    private LettersOrder order(LetterOutput output, LetterLayout look, Optional<Path> addresses) {
        return new LettersOrder(access("office.p12", PASSWORD), Set.of(), output, look, false, addresses);
    }

    @Test
    void lettersAreWrittenEncrypted() throws IOException {
        Path file = folder.resolve("letters.pdf");
        presenter.write(order(file, Optional.empty(), Optional.empty()));
        assertTrue(notice().startsWith("2 letters were saved"), this::notice);
        assertTrue(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("/Encrypt"));
        presenter.write(order(file, Optional.empty(), Optional.empty()));
        assertTrue(notice().contains("is not overwritten"), this::notice);
        assertEquals(1, escrow.releases(ID).size());
    }

    @Test
    void faultOfTheTemplateOrAMissingAddressReleasesNothing() throws IOException {
        Path file = folder.resolve("letters.pdf");
        Path template = Files.writeString(folder.resolve("letter.txt"), "PIN\n\n{nmae}\n\n{pin}\n");
        presenter.write(order(file, Optional.of(template), Optional.empty()));
        assertTrue(notice().startsWith("Line 3, {nmae}"), this::notice);
        Path addresses = Files.writeString(folder.resolve("a.csv"), "user,line\nnobody@example.com,Weg 7\n");
        presenter.write(order(file, Optional.empty(), Optional.of(addresses)));
        assertTrue(notice().contains(request.recipients().getFirst().recipient().user()), this::notice);
        assertFalse(Files.exists(file));
        assertEquals(List.of(), escrow.releases(ID));
    }

    @Test
    void fileThatCannotBeWrittenReleasesNothing() {
        presenter.write(order(folder.resolve("no/such/folder.pdf"), Optional.empty(), Optional.empty()));
        assertEquals(Tint.BAD, state().notice().orElseThrow().tint());
        assertEquals(List.of(), escrow.releases(ID));
    }

    @Test
    void logoThatIsNoImageReleasesNothing() throws IOException {
        Path file = folder.resolve("letters.pdf");
        Path logo = Files.writeString(folder.resolve("logo.png"), "no image");
        LetterLayout look = new LetterLayout(Locale.GERMANY, Optional.empty(), Optional.of(logo));
        presenter.write(order(file, look, Optional.empty()));
        assertTrue(notice().endsWith("No PIN was released."), this::notice);
        assertFalse(Files.exists(file));
        assertEquals(List.of(), escrow.releases(ID));
    }

    private void print(FakePrinter printer) {
        LetterLayout look = new LetterLayout(Locale.GERMANY, Optional.empty(), Optional.empty());
        presenter.write(order(printer, look, Optional.empty()));
        assertTrue(printer.isClosed());
    }

    @Test
    void lettersArePrintedInTheOrderOfTheTray() {
        FakePrinter printer = new FakePrinter();
        print(printer);
        assertTrue(notice().startsWith("2 letters were sent to Office"), this::notice);
        assertEquals(2, printer.printed().size());
        assertEquals("836150", printer.printed().getLast());
    }

    @Test
    void vanishedPrinterReleasesNothing() {
        FakePrinter printer = new FakePrinter();
        printer.gone();
        print(printer);
        assertTrue(notice().endsWith("No PIN was released."), this::notice);
        assertEquals(List.of(), escrow.releases(ID));
    }

    @Test
    void printerThatStopsMidwayIsReportedWithTheRelease() {
        FakePrinter printer = new FakePrinter();
        printer.stopAfter(1);
        print(printer);
        assertTrue(notice().startsWith("Not all letters were sent to Office: no paper."), this::notice);
        assertEquals(1, escrow.releases(ID).size());
    }

    @Test
    void handOverIsRecordedByScannerOnceReleased() {
        presenter.handOver("R1-1");
        assertTrue(notice().contains("was not released yet"), this::notice);
        show(access("office.p12", PASSWORD));
        presenter.handOver(" r1-1 ");
        assertEquals("PIN handed over", state().rows().getLast().state());
        presenter.handOver("R9-1");
        assertTrue(notice().startsWith("R9-1 matches no person"), this::notice);
    }

    @Test
    void confirmationOfTheSelectedIsRecorded() {
        show(access("office.p12", PASSWORD));
        presenter.confirm(Set.of(1, 2));
        assertEquals(
                "One PIN was recorded as confirmed. The other PINs have not been released. Show them or print their letters first.",
                notice());
        assertEquals("PIN confirmed", state().rows().getLast().state());
        assertEquals(Tint.GOOD, state().rows().getLast().tint());
    }

    @Test
    void pinReleasedTwoWeeksAgoAndNotConfirmedIsOverdue() {
        escrow.clock = Clock.fixed(Samples.NOW.minus(Duration.ofDays(15)), ZoneOffset.UTC);
        show(access("office.p12", PASSWORD));
        assertEquals("PIN released, overdue", state().rows().getLast().state());
        assertEquals("2 PINs: 1 sealed, 0 confirmed, 1 overdue.", state().summary());
    }

    @Test
    void previewReleasesNothing() throws IOException {
        List<Path> written = new ArrayList<>();
        presenter.preview(new LetterLayout(Locale.US, Optional.empty(), Optional.empty()), written::add);
        assertTrue(Files.size(written.getFirst()) > 1000);
        Files.delete(written.getFirst());
        assertEquals(List.of(), escrow.releases(ID));
        Path template = Files.writeString(folder.resolve("letter.txt"), "no PIN");
        presenter.preview(new LetterLayout(Locale.US, Optional.of(template), Optional.empty()), written::add);
        assertEquals("The line {pin} must be there exactly once.", notice());
    }
}
