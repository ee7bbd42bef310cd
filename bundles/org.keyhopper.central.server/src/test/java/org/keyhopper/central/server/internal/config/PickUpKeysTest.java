package org.keyhopper.central.server.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.central.server.internal.config.SmtpServer.Security;

/** The keys about picking up PINs. */
class PickUpKeysTest {

    private static final List<String> BASE = List.of(
            "data = data",
            "escrow.certificate = escrow.pem",
            "oidc.issuer = https://login.example",
            "oidc.client.id = central");
    private static final List<String> LEAST = List.of(
            "pickup.key = pickup.p12",
            "pickup.key.password = password",
            "pickup.amr = otp, mfa",
            "pickup.contact = Service desk",
            "smtp.host = mail.example",
            "smtp.sender = keys@example.org");

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        for (String name : List.of("escrow.pem", "pickup.p12", "password")) {
            Files.writeString(folder.resolve(name), "secret\n");
        }
    }

    private ConfigurationFile.Result read(List<String> base, List<String> keys, String... more) throws IOException {
        List<String> all = new ArrayList<>(base);
        all.addAll(keys);
        all.addAll(List.of(more));
        Path file = folder.resolve("central.conf");
        Files.write(file, all);
        return ConfigurationFile.read(file);
    }

    private PickUpSettings settings(String... more) throws IOException {
        ConfigurationFile.Result result = read(BASE, LEAST, more);
        assertEquals(List.of(), result.faults());
        return result.configuration().orElseThrow().pickUp().orElseThrow();
    }

    private List<String> faults(String... more) throws IOException {
        return read(BASE, LEAST, more).faults().stream()
                .map(ConfigurationFault::toString)
                .toList();
    }

    @Test
    void offUnlessThereIsAKey() throws Exception {
        assertEquals(
                Optional.empty(),
                read(BASE, List.of()).configuration().orElseThrow().pickUp());
        assertEquals(
                List.of("line 5: smtp.host: is of no use without pickup.key"),
                read(BASE, List.of("smtp.host = a")).faults().stream()
                        .map(ConfigurationFault::toString)
                        .toList());
    }

    @Test
    void leastOfIt() throws Exception {
        PickUpSettings read = settings();
        assertEquals(Duration.ofHours(72), read.life());
        assertEquals(new PickUpSettings.Proof("preferred_username", Set.of(), Set.of("otp", "mfa")), read.proof());
        assertEquals(Locale.ENGLISH, read.language());
        assertEquals(
                new SmtpServer("mail.example", 465, Security.TLS, Optional.empty(), "keys@example.org"), read.mail());
        try (var password = read.password().read()) {
            assertEquals("secret", new String(password.toChars()));
        }
        assertFalse(read.toString().contains("secret"), read.toString());
    }

    @Test
    void allOfIt() throws Exception {
        PickUpSettings read = settings(
                "pickup.hours = 24",
                "pickup.claim = upn",
                "pickup.acr = strong",
                "pickup.language = de",
                "smtp.security = starttls",
                "smtp.user = keyhopper",
                "smtp.password = env:PATH");
        assertEquals(Duration.ofHours(24), read.life());
        assertEquals(new PickUpSettings.Proof("upn", Set.of("strong"), Set.of("otp", "mfa")), read.proof());
        assertEquals(587, read.mail().port());
        try (var password = read.mail().account().orElseThrow().password().read()) {
            assertEquals(System.getenv("PATH"), new String(password.toChars()));
        }
    }

    @Test
    void whatItNeedsIsTold() throws Exception {
        List<String> faults = read(List.of("data = data"), List.of("pickup.key = pickup.p12")).faults().stream()
                .map(ConfigurationFault::toString)
                .toList();
        for (String needed : List.of(
                "line 2: pickup.key: needs escrow.certificate",
                "line 2: pickup.key: needs oidc.issuer",
                "pickup.key.password: is missing",
                "line 2: pickup.key: needs pickup.acr or pickup.amr",
                "pickup.contact: is missing",
                "line 2: pickup.key: needs smtp.host and smtp.sender")) {
            assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(needed)), needed + " in " + faults);
        }
        assertEquals(6, faults.size(), faults::toString);
    }

    @Test
    void faultsNameLineAndKey() throws Exception {
        assertEquals(
                List.of("line 11: smtp.security: plain is for a server on this computer only"),
                faults("smtp.security = plain"));
        assertEquals(List.of("line 11: smtp.security: is neither tls nor starttls"), faults("smtp.security = ssl"));
        assertEquals(List.of("line 11: smtp.port: is not a number from 1 to 65535"), faults("smtp.port = 0"));
        assertEquals(List.of("line 11: pickup.hours: is not a number from 1 to 720"), faults("pickup.hours = soon"));
        assertEquals(
                List.of("line 11: smtp.user: needs the other one of smtp.user and smtp.password"),
                faults("smtp.user = a"));
        assertEquals(List.of("line 11: pickup.language: is neither en nor de"), faults("pickup.language = fr"));
        assertEquals(
                List.of("line 11: smtp.password: names a variable that is not set"),
                faults("smtp.password = env:KEYHOPPER_NONE", "smtp.user = a"));
    }

    @Test
    void templateFaultsNameLineAndPlaceholder() throws Exception {
        Files.writeString(folder.resolve("bad.txt"), "Subject: {link}\n\nHello {nmae},\nyour PIN is {pin}.\n");
        assertEquals(
                List.of(
                        "line 11: pickup.template: line 1: {link} does not belong into the subject",
                        "line 11: pickup.template: line 3: there is no placeholder {nmae}",
                        "line 11: pickup.template: line 4: there is no placeholder {pin}",
                        "line 11: pickup.template: the text has no {link}"),
                faults("pickup.template = bad.txt"));
        Files.writeString(folder.resolve("bad.txt"), "Hello\n{link}\n");
        assertEquals(
                List.of(
                        "line 11: pickup.template: line 1 does not begin with Subject:",
                        "line 11: pickup.template: line 2 is not empty"),
                faults("pickup.template = bad.txt"));
    }

    @Test
    void templatesOfTheProductAreGoodAndFilledOnce() throws Exception {
        Map<String, String> values = Map.of(
                "name", "{link}\r\nBcc: x",
                "link", "https://central/pick-up/TOKEN",
                "expires", "tomorrow",
                "contact", "desk");
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            InvitationTemplate template = InvitationTemplate.of(Optional.empty(), language);
            String text = template.text(values);
            assertTrue(text.contains("{link} Bcc: x"), text);
            assertEquals(text.indexOf("TOKEN"), text.lastIndexOf("TOKEN"), "the name is no template");
            assertFalse(template.subject(values).isEmpty());
        }
    }
}
