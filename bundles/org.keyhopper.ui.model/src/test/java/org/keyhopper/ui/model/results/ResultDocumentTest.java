package org.keyhopper.ui.model.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.texts.ProblemTexts;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** The documents that are saved in Results. */
class ResultDocumentTest {

    private static final RequestId ID = new RequestId("R1");

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);
    private final ResultsPresenter presenter = new ResultsPresenter(
            context, new DocumentReportWriter(Locale.ENGLISH, ProblemTexts.in(Locale.ENGLISH), context.clock()));

    @TempDir
    private Path folder;

    @BeforeEach
    void showRequest() {
        station.requests.put(Samples.request("R1", 6, 2));
        presenter.show(ID);
    }

    private Notice saved(ResultDocument document, Path file) {
        presenter.save(document, file);
        return presenter.states().get().notice().orElseThrow();
    }

    @Test
    void reportHasNoPinsInEitherFormat() throws IOException {
        station.pins.keep(
                station.requests.find(ID).orElseThrow().recipients().getFirst().id(), "483920");
        Path csv = folder.resolve("r.csv");
        Path pdf = folder.resolve("r.pdf");
        assertEquals(Tint.GOOD, saved(ResultDocument.REPORT_CSV, csv).tint());
        assertEquals("Saved as " + pdf, saved(ResultDocument.REPORT_PDF, pdf).text());
        assertTrue(Files.readString(csv).contains("lena.jansson@contoso.example"));
        assertFalse(Files.readString(csv).contains("483920"));
        assertTrue(Files.size(pdf) > 500);
    }

    @Test
    void handOutListIsWrittenWithoutEscrow() throws IOException {
        Path list = folder.resolve("list.pdf");
        assertEquals(Tint.GOOD, saved(ResultDocument.HAND_OUT_LIST, list).tint());
        assertTrue(Files.size(list) > 500);
    }

    @Test
    void nameOfTheFileSaysWhichDocumentItIs() {
        LocalDate today = LocalDate.now(context.clock());
        assertTrue(presenter.fileName(ResultDocument.REPORT_CSV).endsWith("-report-" + today + ".csv"));
        assertTrue(presenter.fileName(ResultDocument.REPORT_PDF).endsWith("-report-" + today + ".pdf"));
        assertTrue(presenter.fileName(ResultDocument.HAND_OUT_LIST).endsWith("-hand-out-" + today + ".pdf"));
    }

    @Test
    void failureToWriteIsShown() {
        Path file = folder.resolve("no/such/folder/r.csv");
        Notice notice = saved(ResultDocument.REPORT_CSV, file);
        assertEquals(Tint.BAD, notice.tint());
        assertTrue(notice.text().startsWith(file + " could not be saved"), notice::text);
    }
}
