package org.keyhopper.printer.sdk.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.PrinterProblem;

class SdkSearchTest {

    @TempDir
    Path folder;

    @Test
    void whatTheAddressNamesComesBeforeTheEnvironmentAndThatBeforeTheUsualPlaces() {
        Path one = StandInKit.zebra(folder.resolve("one"));
        Path two = StandInKit.zebra(folder.resolve("two"));
        Path three = StandInKit.zebra(folder.resolve("three"));
        assertEquals(one, found(search(List.of(three), Optional.of(two)).find(Optional.of(one.toString()))));
        assertEquals(two, found(search(List.of(three), Optional.of(two)).find(Optional.empty())));
        assertEquals(three, found(search(List.of(three), Optional.empty()).find(Optional.empty())));
    }

    @Test
    void aPlaceThatWasNamedIsTheOnlyOneThatCounts() {
        Path usual = StandInKit.zebra(folder.resolve("usual"));
        Problem problem = search(List.of(usual), Optional.empty())
                .find(Optional.of(folder.resolve("nowhere").toString()))
                .trouble()
                .orElseThrow();
        assertTrue(problem.arguments().get(1).contains("nowhere"), problem::toString);
    }

    @Test
    void saysWhichPartIsMissingWhere() throws IOException {
        Path half = StandInKit.zebra(folder.resolve("half"));
        Files.delete(half.resolve("lib/ZSDK_API.jar"));
        Problem problem = search(List.of(half), Optional.empty())
                .find(Optional.empty())
                .trouble()
                .orElseThrow();
        assertTrue(problem.is(PrinterProblem.SOFTWARE_MISSING));
        assertEquals("ZSDK_API.jar in " + half, problem.arguments().get(1));
    }

    @Test
    void saysWhereItLookedWhenThereIsNothing() {
        Problem problem = search(List.of(folder.resolve("a"), folder.resolve("b")), Optional.empty())
                .find(Optional.empty())
                .trouble()
                .orElseThrow();
        String looked = problem.arguments().get(1);
        assertTrue(looked.startsWith("ZSDK_CARD_API.jar and ZSDK_API.jar in " + folder.resolve("a")), looked);
        assertTrue(looked.contains("KEYHOPPER_ZEBRA_SDK"), looked);
    }

    @Test
    void printersThatCannotBeDrivenSayWhatIsMissingAndThenThatTheyCannot() throws IOException {
        UndrivenPrinters magicard = new UndrivenPrinters(
                "magicard", "Magicard", StandInKit.searchLike(Makers.MAGICARD, List.of(folder))) {};
        assertTrue(magicard.problem(false).is(PrinterProblem.WRONG_SYSTEM));
        assertTrue(magicard.problem(true).is(PrinterProblem.SOFTWARE_MISSING));
        Files.createFile(folder.resolve("magapi.dll"));
        assertTrue(magicard.problem(true).is(PrinterProblem.SOFTWARE_NOT_USED));
    }

    private static SdkSearch search(List<Path> usual, Optional<Path> environment) {
        return new SdkSearch(
                Makers.ZEBRA.kit(),
                Makers.ZEBRA.variable(),
                usual,
                Makers.ZEBRA.requirements(),
                name -> environment.map(Path::toString));
    }

    private static Path found(Answer<Installation> answer) {
        return answer.result().orElseThrow().folder();
    }
}
