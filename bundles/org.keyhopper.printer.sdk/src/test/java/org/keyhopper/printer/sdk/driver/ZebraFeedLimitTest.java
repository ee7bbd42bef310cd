package org.keyhopper.printer.sdk.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.protocol.CompanionLink;
import org.keyhopper.printer.sdk.protocol.Installation;
import org.keyhopper.printer.sdk.protocol.ZebraLink;
import org.keyhopper.printer.sdk.session.ZebraSession;
import org.keyhopper.printer.sdk.simulator.PrinterEmulator;

/** A printer that reports without end that it feeds a card, on a clock that advances by the pauses of the session. */
class ZebraFeedLimitTest {

    /** The vendor's documentation; its samples wait for 60 seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int JOB = 7;

    @TempDir
    Path kit;

    private final List<String> commands = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    @Test
    void feedingEndsAfterItsLimitWithItsJobCancelledAndTheOperatorCalled() throws Exception {
        try (PrinterEmulator printer = new PrinterEmulator(this::answer);
                CompanionLink link = link(printer.port())) {
            ZebraSession session = new ZebraSession(
                    new ZebraLink(link), Encoder.CONTACT, () -> now, (time, deadline) -> now = now.plus(time));
            PrinterException failure = assertThrows(
                    PrinterException.class,
                    () -> session.bring(Encoder.CONTACT, CardLocation.HOPPER, Deadline.inSeconds(600)));
            assertTrue(failure.problem().is(PrinterProblem.FEED_FAILED), failure::toString);
            assertEquals(FailureKind.OPERATOR_NEEDED, failure.kind());
            assertEquals(LIMIT, Duration.between(Instant.EPOCH, now));
            assertEquals(List.of("START CONTACT", "CANCEL " + JOB), commands);
        }
    }

    private synchronized String answer(String line) {
        String word = line.split(" ")[0];
        if (word.equals("START") || word.equals("CANCEL")) {
            commands.add(line);
        }
        boolean cancelled = commands.size() > 1;
        return switch (word) {
            case "OPEN", "CANCEL" -> "";
            case "RANGE" -> line.endsWith("source") ? "Feeder" : "no,yes,Eject,MIFARE";
            case "STATUS" -> "idle|0|0||0|";
            case "START" -> String.valueOf(JOB);
            case "JOB" -> (cancelled ? "cancelled_by_user" : "in_progress") + "|feeding|||0||0||" + cancelled;
            default -> throw new IllegalArgumentException(line);
        };
    }

    private CompanionLink link(int port) {
        FakeSdk.zebra(kit);
        Installation installed = FakeSdk.searchLike(SdkVendors.ZEBRA, List.of(kit))
                .find(Optional.empty())
                .result()
                .orElseThrow();
        return new CompanionLink("zebra", installed, PrinterAddress.of("zebra", "127.0.0.1:" + port));
    }
}
