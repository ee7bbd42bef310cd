package org.keyhopper.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

class RequestReportTest {

    private static final RequestId ID = new RequestId("R7K3M");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.ofHours(1));
    private static final ReportWording WORDING =
            new ReportWording(problem -> "Reason of " + problem.code().id(), problem -> "Do something about it.");

    @Test
    void csvHasOneRowPerRecipientAndAByteOrderMark() throws IOException {
        String csv = csv(mixed());
        assertTrue(csv.startsWith("\uFEFFnumber,user,"), csv);
        assertTrue(csv.endsWith("\r\n"));
        List<CSVRecord> rows = rows(csv);
        assertEquals(5, rows.size());
        assertEquals("Zoë \"Zo\" O'Neil, Dr.", rows.get(0).get("displayName"));
        assertEquals("PROVISIONED", rows.get(0).get("outcome"));
        assertEquals("AQID", rows.get(0).get("credentialId"));
        assertEquals("8.1", rows.get(0).get("seconds"));
        assertEquals("device.pin-blocked", rows.get(1).get("reason"));
        assertEquals("Reason of device.pin-blocked", rows.get(1).get("message"));
        assertEquals("Reason of directory.no-answer", rows.get(2).get("notes"));
        assertEquals("", rows.get(4).get("reason"));
    }

    @Test
    void formulasAreEscapedInCsv() throws IOException {
        for (String evil : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t1", "\r1", "\n1", "\uFF1D1", "=\"x\",y")) {
            CSVRecord row = rows(csv(request(List.of(state(1, new Recipient(evil, evil, "", ""), Outcome.PENDING)))))
                    .getFirst();
            assertEquals("'" + evil, row.get("user"));
            assertEquals("'" + evil, row.get("displayName"));
        }
    }

    /** With a semicolon between cells a spreadsheet splits there, and the quotation marks around the value do not count. */
    @Test
    void formulasAreEscapedWhereOtherSettingsSplitAValue() throws IOException {
        Map<String, String> expected = Map.of(
                "x;=cmd|'/c calc'!A1", "x;'=cmd|'/c calc'!A1",
                "x; \"+1\"", "x;' \"+1\"",
                "x\t@SUM(A1)", "x\t'@SUM(A1)",
                "x\n-1\r\n=1", "x\n'-1\r'\n'=1",
                "\t=1", "'\t'=1",
                "a-b; c=d, e+f", "a-b; c=d, e+f");
        for (Map.Entry<String, String> value : expected.entrySet()) {
            CSVRecord row = rows(csv(
                            request(List.of(state(1, new Recipient("x", value.getKey(), "", ""), Outcome.PENDING)))))
                    .getFirst();
            assertEquals(value.getValue(), row.get("displayName"));
        }
    }

    @Test
    void jsonHasTheSameContent() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RequestReport(mixed(), WORDING).writeJson(out);
        JsonObject json = JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
        assertEquals("IN_PROGRESS", json.get("state").getAsString());
        assertEquals(5, json.getAsJsonObject("summary").get("total").getAsInt());
        assertEquals(
                6,
                json.getAsJsonObject("profile")
                        .getAsJsonObject("pin")
                        .get("length")
                        .getAsInt());
        JsonObject failed = json.getAsJsonArray("recipients").get(1).getAsJsonObject();
        assertEquals("device.pin-blocked", failed.get("reason").getAsString());
        assertEquals("CTAP 0x32", failed.get("detail").getAsString());
        JsonObject pending = json.getAsJsonArray("recipients").get(4).getAsJsonObject();
        assertEquals(Set.of("number", "user", "displayName", "email", "outcome"), pending.keySet());
    }

    @Test
    void pdfHasAllContentAndPageNumbers() throws IOException {
        List<RecipientState> many = new ArrayList<>(mixed().recipients());
        for (int i = 6; i <= 60; i++) {
            many.add(state(i, new Recipient("user" + i, "Person " + i, "", ""), Outcome.PENDING));
        }
        try (PdfReader pdf = new PdfReader(pdf(request(many), Locale.ENGLISH))) {
            int pages = pdf.getNumberOfPages();
            assertTrue(pages > 1);
            String all = "";
            for (int page = 1; page <= pages; page++) {
                String text = new PdfTextExtractor(pdf).getTextFromPage(page);
                assertTrue(text.contains("Page " + page + " of"), text);
                assertTrue(text.contains("Outcome"), text);
                all += text;
            }
            for (String words : List.of("Spring (R7K3M)", "2026-03-01 13:00", "Zoë", "Дмитрий", "Person 60")) {
                assertTrue(all.contains(words), () -> "missing: " + words);
            }
        }
    }

    @Test
    void pdfIsTranslatedToGerman() throws IOException {
        try (PdfReader pdf = new PdfReader(pdf(mixed(), Locale.GERMANY))) {
            assertTrue(new PdfTextExtractor(pdf).getTextFromPage(1).contains("Einrichtungsbericht"));
        }
    }

    @Test
    void emptyRequestHasAReport() throws IOException {
        assertEquals(1, csv(request(List.of())).lines().count());
        try (PdfReader pdf = new PdfReader(pdf(request(List.of()), Locale.ENGLISH))) {
            assertEquals(1, pdf.getNumberOfPages());
        }
    }

    @Test
    void streamsAreNotClosed() throws IOException {
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        RequestReport report = new RequestReport(mixed(), WORDING);
        report.writeCsv(out);
        report.writeJson(out);
        report.writePdf(out, Locale.ENGLISH, CLOCK);
        assertFalse(closed[0]);
    }

    private static byte[] pdf(ProvisioningRequest request, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RequestReport(request, WORDING).writePdf(out, locale, CLOCK);
        return out.toByteArray();
    }

    private static String csv(ProvisioningRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RequestReport(request, WORDING).writeCsv(out);
        return out.toString(UTF_8);
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.substring(1)))
                .getRecords();
    }

    static ProvisioningRequest mixed() {
        return request(List.of(
                new RecipientState(
                        new RecipientId(ID, 1),
                        new Recipient("zoe@example.com", "Zoë \"Zo\" O'Neil, Dr.", "", ""),
                        Outcome.PROVISIONED,
                        Optional.of(new OutcomeRecord(
                                Outcome.PROVISIONED,
                                Optional.empty(),
                                Optional.of(new MadePasskey(
                                        CredentialId.of(new byte[] {1, 2, 3}),
                                        Optional.of("passkey-1"),
                                        new UUID(1, 2),
                                        "Key 5 0012345",
                                        Optional.of("0012345"))),
                                List.of(),
                                NOON,
                                Duration.ofMillis(8100)))),
                new RecipientState(
                        new RecipientId(ID, 2),
                        new Recipient("dmitri@example.com", "Дмитрий", "", ""),
                        Outcome.FAILED,
                        Optional.of(failed(Outcome.FAILED, List.of()))),
                new RecipientState(
                        new RecipientId(ID, 3),
                        new Recipient("a@example.com", "محمد علي", "", ""),
                        Outcome.UNCLEAR,
                        Optional.of(failed(Outcome.UNCLEAR, List.of(Problem.of(DirectoryProblem.NO_ANSWER))))),
                state(4, new Recipient("yamada@example.com", "山田 太郎", "", ""), Outcome.SKIPPED),
                state(5, new Recipient("kim@example.com", "", "", ""), Outcome.PENDING)));
    }

    private static OutcomeRecord failed(Outcome outcome, List<Problem> notes) {
        return new OutcomeRecord(
                outcome,
                Optional.of(Problem.of(DeviceProblem.PIN_BLOCKED).withDetail("CTAP 0x32")),
                Optional.empty(),
                notes,
                NOON,
                Duration.ofSeconds(3));
    }

    private static RecipientState state(int position, Recipient recipient, Outcome outcome) {
        return new RecipientState(new RecipientId(ID, position), recipient, outcome, Optional.empty());
    }

    private static ProvisioningRequest request(List<RecipientState> recipients) {
        return new ProvisioningRequest(ID, "Spring", "Head office", Profile.DEFAULT, NOON, recipients);
    }
}
