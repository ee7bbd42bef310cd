package org.keyhopper.printer.entrust.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.entrust.printer.EntrustPrinter;
import org.keyhopper.printer.entrust.protocol.BidiTransport;
import org.keyhopper.printer.entrust.protocol.EntrustLink;
import org.keyhopper.printer.entrust.protocol.EntrustOptions;
import org.keyhopper.printer.entrust.protocol.EntrustProtocol;

class EntrustSessionTest {

    private final Script script = new Script();

    @Test
    void errorOfParkingIsClearedWithItsJobAndCode() throws Exception {
        script.answer(status(7, 0)).answer(status(8, 111)).answer(status(8, 0));
        PrinterException failure = assertThrows(PrinterException.class, () -> session()
                .bring(Encoder.CONTACT, CardLocation.HOPPER, Deadline.inSeconds(5)));
        assertTrue(failure.problem().is(PrinterProblem.FEED_FAILED), failure::toString);
        assertEquals(EntrustProtocol.cancel(8, 111).xml(), script.sent.getLast());
    }

    @Test
    void jobStartIsRetriedWhileThePrinterProcessesACard() throws Exception {
        script.answer(status(0, 506)).answer(status(7, 0)).answer(status(7, 0));
        session().bring(Encoder.CONTACT, CardLocation.HOPPER, Deadline.inSeconds(10));
        assertEquals(
                List.of(
                        EntrustProtocol.startJob("1").xml(),
                        EntrustProtocol.startJob("1").xml(),
                        ""),
                script.sent);
    }

    @Test
    void messageAboutAnotherJobDoesNotStopThisOne() throws Exception {
        script.answer(status(7, 0)).answer(status(7, 0));
        EntrustSession session = session();
        session.bring(Encoder.CONTACT, CardLocation.HOPPER, Deadline.inSeconds(5));
        script.answer(status(7, 0)).answer(status(7, 0)).answer(state("JobActive"));
        script.answer(status(6, 234)).answer(state("CardReadyToRetrieve"));
        session.eject(Deadline.inSeconds(10));
        assertTrue(script.answers.isEmpty());
    }

    @Test
    void queueThatCannotBeOpenedIsUnbound() throws Exception {
        EntrustOptions options = EntrustOptions.read(new Settings(Map.of()));
        assertThrows(
                PrinterException.class,
                () -> EntrustPrinter.open(new EntrustLink(script), options, Deadline.inSeconds(5)));
        assertTrue(script.closed);
    }

    private EntrustSession session() throws PrinterException {
        return new EntrustSession(
                new EntrustLink(script), EntrustOptions.read(new Settings(Map.of())), Encoder.CONTACT);
    }

    private static String status(int job, int error) {
        return "<PrinterStatus><PrinterJobID>%d</PrinterJobID><ErrorCode>%d</ErrorCode><ErrorSeverity>4</ErrorSeverity>"
                        .formatted(job, error)
                + "</PrinterStatus>";
    }

    private static String state(String word) {
        return "<JobStatus><JobState>" + word + "</JobState></JobStatus>";
    }

    /** Returns scripted replies in order, for any request. */
    private static final class Script implements BidiTransport {

        private final Deque<String> answers = new ArrayDeque<>();
        private final List<String> sent = new ArrayList<>();
        private boolean closed;

        Script answer(String xml) {
            answers.add(xml);
            return this;
        }

        @Override
        public String exchange(Action action, String schema, String xml, Deadline deadline) throws IOException {
            sent.add(xml);
            if (answers.isEmpty()) {
                throw new IOException("no answer to " + schema);
            }
            return answers.remove();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
