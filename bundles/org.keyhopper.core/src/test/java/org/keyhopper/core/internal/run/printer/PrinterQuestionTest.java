package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.fake.FakePrinter.Move;
import org.keyhopper.core.request.Tally;

/** Answers to the questions of a printer. */
class PrinterQuestionTest {

    private final AutomaticBench bench = new AutomaticBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSecondClickDoesNotAnswerTheNextQuestion() {
        bench.first.load(1).failing(Move.EJECT, PrinterProblem.JAM).failing(Move.EJECT, PrinterProblem.JAM);
        bench.start("anna");
        int first = question(1);
        bench.run.choose(0, PrinterChoice.CONTINUE, first);
        int second = question(2);
        bench.run.choose(0, PrinterChoice.GIVE_UP, first);
        bench.run.choose(0, PrinterChoice.CONTINUE, second);
        assertEquals(new Tally(1, 1, 0, 0, 0, 0), bench.ended());
        assertEquals(PrinterPhase.DONE, bench.printer().phase());
    }

    private int question(int number) {
        AutomaticSnapshot asking = bench.await(
                snapshot -> snapshot.printers().getFirst().question() == number
                        && !snapshot.printers().getFirst().choices().equals(Set.of()),
                "question " + number);
        return asking.printers().getFirst().question();
    }
}
