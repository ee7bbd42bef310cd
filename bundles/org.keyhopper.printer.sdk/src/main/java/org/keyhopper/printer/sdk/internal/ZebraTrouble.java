package org.keyhopper.printer.sdk.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Trouble;

/** What numbers and words of Zebra printers mean. Few numbers are known; the words of the others are in English. */
final class ZebraTrouble {

    private static final Map<Integer, PrinterProblem> NUMBERS = Map.of(
            4016, PrinterProblem.HOPPER_EMPTY,
            4065, PrinterProblem.JAM,
            4066, PrinterProblem.SUPPLIES,
            4067, PrinterProblem.COVER_OPEN,
            4088, PrinterProblem.BUSY,
            4120, PrinterProblem.COVER_OPEN);

    private static final List<Word> WORDS = List.of(
            new Word("out of cards", PrinterProblem.HOPPER_EMPTY),
            new Word("jam", PrinterProblem.JAM),
            new Word("reject", PrinterProblem.REJECT_FULL),
            new Word("cover", PrinterProblem.COVER_OPEN),
            new Word("door", PrinterProblem.COVER_OPEN),
            new Word("ribbon", PrinterProblem.SUPPLIES));

    private ZebraTrouble() {}

    /** An alarm waits for somebody. */
    static PrinterException alarm(int number, String text) {
        return of(number, text)
                .map(problem -> exception(problem, number, text))
                .orElseGet(() -> exception(PrinterProblem.OTHER, number, text).meaning(Trouble.OPERATOR_NEEDED));
    }

    /** An error has ended a job. */
    static PrinterException error(int number, String text) {
        return exception(of(number, text).orElse(PrinterProblem.OTHER), number, text);
    }

    static Optional<PrinterProblem> of(int number, String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(NUMBERS.get(number)).or(() -> WORDS.stream()
                .filter(each -> words.contains(each.word()))
                .map(Word::meaning)
                .findFirst());
    }

    private static PrinterException exception(PrinterProblem problem, int number, String text) {
        return PrinterException.of(problem, String.valueOf(number)).withDetail(text);
    }

    private record Word(String word, PrinterProblem meaning) {}
}
