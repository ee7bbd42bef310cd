package org.keyhopper.printer.sdk.driver;

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
import org.keyhopper.printer.sdk.protocol.Installation;

class SdkSearchTest {

    @TempDir
    Path folder;

    @Test
    void addressPrecedesEnvironmentAndDefaults() {
        Path one = FakeSdk.zebra(folder.resolve("one"));
        Path two = FakeSdk.zebra(folder.resolve("two"));
        Path three = FakeSdk.zebra(folder.resolve("three"));
        assertEquals(one, found(search(List.of(three), Optional.of(two)).find(Optional.of(one.toString()))));
        assertEquals(two, found(search(List.of(three), Optional.of(two)).find(Optional.empty())));
        assertEquals(three, found(search(List.of(three), Optional.empty()).find(Optional.empty())));
    }

    @Test
    void givenFolderExcludesOthers() {
        Path usual = FakeSdk.zebra(folder.resolve("usual"));
        Problem problem = search(List.of(usual), Optional.empty())
                .find(Optional.of(folder.resolve("nowhere").toString()))
                .failure()
                .orElseThrow();
        assertTrue(problem.arguments().get(1).contains("nowhere"), problem::toString);
    }

    @Test
    void missingPartIsReported() throws IOException {
        Path half = FakeSdk.zebra(folder.resolve("half"));
        Files.delete(half.resolve("lib/ZSDK_API.jar"));
        Problem problem = search(List.of(half), Optional.empty())
                .find(Optional.empty())
                .failure()
                .orElseThrow();
        assertTrue(problem.is(PrinterProblem.SOFTWARE_MISSING));
        assertEquals("ZSDK_API.jar in " + half, problem.arguments().get(1));
    }

    @Test
    void searchedFoldersAreReported() {
        Problem problem = search(List.of(folder.resolve("a"), folder.resolve("b")), Optional.empty())
                .find(Optional.empty())
                .failure()
                .orElseThrow();
        String looked = problem.arguments().get(1);
        assertTrue(looked.startsWith("ZSDK_CARD_API.jar and ZSDK_API.jar in " + folder.resolve("a")), looked);
        assertTrue(looked.contains("KEYHOPPER_ZEBRA_SDK"), looked);
    }

    @Test
    void unsupportedPrintersReportMissingSdkFirst() throws IOException {
        UnsupportedPrinters magicard = new UnsupportedPrinters(
                "magicard", "Magicard", FakeSdk.searchLike(SdkVendors.MAGICARD, List.of(folder))) {};
        assertTrue(magicard.problem(false).is(PrinterProblem.WRONG_SYSTEM));
        assertTrue(magicard.problem(true).is(PrinterProblem.SOFTWARE_MISSING));
        Files.createFile(folder.resolve("magapi.dll"));
        assertTrue(magicard.problem(true).is(PrinterProblem.SOFTWARE_NOT_USED));
    }

    private static SdkSearch search(List<Path> usual, Optional<Path> environment) {
        return new SdkSearch(
                SdkVendors.ZEBRA.kit(),
                SdkVendors.ZEBRA.variable(),
                usual,
                SdkVendors.ZEBRA.requirements(),
                name -> environment.map(Path::toString));
    }

    private static Path found(Answer<Installation> answer) {
        return answer.result().orElseThrow().folder();
    }
}
