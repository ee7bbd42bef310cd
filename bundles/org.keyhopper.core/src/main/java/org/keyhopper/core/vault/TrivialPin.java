package org.keyhopper.core.vault;

import java.nio.CharBuffer;
import java.util.Arrays;
import org.keyhopper.api.settings.Secret;

/** Digits that are guessed first: repeats, sequences, dates. */
public final class TrivialPin {

    private static final int FEW_DIFFERENT = 2;
    private static final int YEAR_DIGITS = 4;
    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    private TrivialPin() {}

    /** Returns whether a PIN consists of digits that are one of the patterns people try first. */
    public static boolean matches(Secret pin) {
        char[] characters = pin.toChars();
        try {
            return CharBuffer.wrap(characters).chars().allMatch(character -> character >= '0' && character <= '9')
                    && matches(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** Returns whether the digits are one of the patterns people try first. */
    public static boolean matches(char[] digits) {
        return hasFewDifferentDigits(digits) || isSequence(digits) || isRepeatedBlock(digits) || isDate(digits);
    }

    /** 000000, 121212, 112211. */
    private static boolean hasFewDifferentDigits(char[] digits) {
        return CharBuffer.wrap(digits).chars().distinct().count() <= Math.min(FEW_DIFFERENT, digits.length - 1L);
    }

    /** 123456, 987654, 135791, 890123: the same step from each digit to the next. */
    private static boolean isSequence(char[] digits) {
        int step = stepAt(digits, 1);
        for (int i = 2; i < digits.length; i++) {
            if (stepAt(digits, i) != step) {
                return false;
            }
        }
        return true;
    }

    private static int stepAt(char[] digits, int i) {
        return Math.floorMod(digits[i] - digits[i - 1], 10);
    }

    /** 123123, 4747. */
    private static boolean isRepeatedBlock(char[] digits) {
        int half = digits.length / 2;
        for (int block = 1; block <= half; block++) {
            if (digits.length % block == 0 && repeats(digits, block)) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(char[] digits, int block) {
        for (int i = block; i < digits.length; i++) {
            if (digits[i] != digits[i - block]) {
                return false;
            }
        }
        return true;
    }

    /** A year of the last or this century for four digits; day, month and year in any usual order for six or eight. */
    private static boolean isDate(char[] digits) {
        return switch (digits.length) {
            case 4 -> isYear(digits, 0) || isDayAndMonth(digits, 0, 2) || isDayAndMonth(digits, 2, 0);
            case 6 -> isDayAndMonth(digits, 0, 2) || isDayAndMonth(digits, 2, 0) || isDayAndMonth(digits, 4, 2);
            case 8 ->
                isYear(digits, YEAR_DIGITS) && (isDayAndMonth(digits, 0, 2) || isDayAndMonth(digits, 2, 0))
                        || isYear(digits, 0) && (isDayAndMonth(digits, 6, 4) || isDayAndMonth(digits, 4, 6));
            default -> false;
        };
    }

    private static boolean isYear(char[] digits, int at) {
        int century = two(digits, at);
        return century == 19 || century == 20;
    }

    private static boolean isDayAndMonth(char[] digits, int dayAt, int monthAt) {
        int day = two(digits, dayAt);
        int month = two(digits, monthAt);
        return day >= 1 && day <= DAYS && month >= 1 && month <= MONTHS;
    }

    private static int two(char[] digits, int at) {
        return (digits[at] - '0') * 10 + digits[at + 1] - '0';
    }
}
