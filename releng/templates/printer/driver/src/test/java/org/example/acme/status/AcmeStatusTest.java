package org.example.acme.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.PrinterProblem;

class AcmeStatusTest {

    @ParameterizedTest
    @CsvSource({"ERROR 1, HOPPER_EMPTY", "ERROR 2, JAM", "ERROR 3, COVER_OPEN", "ERROR 77, OTHER"})
    void everyErrorHasAMeaning(String reply, PrinterProblem problem) {
        assertEquals(problem, AcmeStatus.failure(reply).problem().code());
    }
}
