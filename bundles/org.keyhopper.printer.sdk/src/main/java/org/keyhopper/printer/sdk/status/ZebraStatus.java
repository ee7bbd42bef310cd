package org.keyhopper.printer.sdk.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;

/** Maps numbers and texts of Zebra printers. Unknown numbers are mapped by their English text. */
public final class ZebraStatus {

    private static final Map<Integer, PrinterProblem> NUMBERS = Map.ofEntries(
            Map.entry(4001, PrinterProblem.HOPPER_EMPTY),
            Map.entry(4003, PrinterProblem.JAM),
            Map.entry(4010, PrinterProblem.SUPPLIES),
            Map.entry(4012, PrinterProblem.JAM),
            Map.entry(4016, PrinterProblem.HOPPER_EMPTY),
            Map.entry(4065, PrinterProblem.JAM),
            Map.entry(4066, PrinterProblem.SUPPLIES),
            Map.entry(4067, PrinterProblem.COVER_OPEN),
            Map.entry(4088, PrinterProblem.BUSY),
            Map.entry(4120, PrinterProblem.COVER_OPEN),
            Map.entry(7017, PrinterProblem.HARDWARE),
            Map.entry(7018, PrinterProblem.CONTACT_FAILED),
            Map.entry(7023, PrinterProblem.HARDWARE),
            Map.entry(7025, PrinterProblem.JAM),
            Map.entry(7026, PrinterProblem.HARDWARE),
            Map.entry(7028, PrinterProblem.COVER_OPEN),
            Map.entry(7032, PrinterProblem.JAM),
            Map.entry(7034, PrinterProblem.REJECT_FULL),
            Map.entry(7035, PrinterProblem.JAM),
            Map.entry(7036, PrinterProblem.JAM),
            Map.entry(7038, PrinterProblem.JAM),
            Map.entry(7039, PrinterProblem.JAM),
            Map.entry(7040, PrinterProblem.HARDWARE),
            Map.entry(7044, PrinterProblem.HARDWARE),
            Map.entry(11001, PrinterProblem.CONTACT_FAILED),
            Map.entry(11008, PrinterProblem.CONTACT_FAILED),
            Map.entry(17003, PrinterProblem.BUSY),
            Map.entry(65013, PrinterProblem.HARDWARE));

    /** Cancelled and aborted at the printer, which is not a fault. */
    private static final List<Integer> CANCELLED_AT_PRINTER = List.of(13006, 13007);

    private static final List<Word> WORDS = List.of(
            new Word("out of cards", PrinterProblem.HOPPER_EMPTY),
            new Word("jam", PrinterProblem.JAM),
            new Word("reject", PrinterProblem.REJECT_FULL),
            new Word("cover", PrinterProblem.COVER_OPEN),
            new Word("door", PrinterProblem.COVER_OPEN),
            new Word("ribbon", PrinterProblem.SUPPLIES));

    private ZebraStatus() {}

    /** Any alarm can be cleared by the operator, unless it is transient. The job stays active. */
    public static PrinterException alarm(int number, String text) {
        PrinterException failure = exception(number, text);
        return failure.kind() == FailureKind.BUSY ? failure : failure.withKind(FailureKind.OPERATOR_NEEDED);
    }

    /** An error ends a job. */
    public static PrinterException error(int number, String text) {
        PrinterException failure = exception(number, text);
        return CANCELLED_AT_PRINTER.contains(number) ? failure.withKind(FailureKind.OPERATOR_NEEDED) : failure;
    }

    /** A job that was cancelled by another program or by the printer. */
    public static PrinterException cancelled(JobReport job) {
        int number = Math.max(job.error(), job.alarm());
        return number == 0
                ? PrinterException.of(PrinterProblem.OTHER, job.print()).withKind(FailureKind.OPERATOR_NEEDED)
                : error(number, job.text());
    }

    public static PrinterProblem problem(int number, String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(NUMBERS.get(number))
                .or(() -> WORDS.stream()
                        .filter(each -> words.contains(each.word()))
                        .map(Word::meaning)
                        .findFirst())
                .orElse(PrinterProblem.OTHER);
    }

    private static PrinterException exception(int number, String text) {
        return PrinterException.of(problem(number, text), String.valueOf(number))
                .withDetail(text);
    }

    private record Word(String word, PrinterProblem meaning) {}
}
