package org.keyhopper.rehearsal.printer;

import java.util.List;
import java.util.Locale;

/**
 * A fault that occurs once. Written as {@code EFFECT MOVEMENT N}, for example {@code jam feed 7}.
 *
 * @param effect its effect
 * @param kind the movement with which it occurs
 * @param occurrence the number of that movement, counted from 1 since the machine was switched on
 */
public record MachineFault(Effect effect, Motion.Kind kind, int occurrence) {

    /** The effect of a fault. */
    public enum Effect {
        /** The card jams. */
        JAM,
        /** No card is fed although the hopper has some. */
        MISFEED,
        /** The cover opens after the movement. */
        OPEN_COVER,
        /** The movement is executed and the reply is lost. */
        LOSE_REPLY,
        /** The movement is not executed and there is no reply. */
        LOSE_COMMAND,
        /** Power fails after the movement; the reply is lost. */
        POWER_OFF,
        /** The target tray is full before the movement. */
        FILL_TRAY,
        /** A motor fails; nothing moves. */
        BREAK,
        /** The reader does not detect the card at the encoder. */
        DEAD_CARD
    }

    /** Parses the written form. */
    public static MachineFault parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        if (words.size() != 3) {
            throw new IllegalArgumentException("a fault is EFFECT MOVEMENT N, not: " + text);
        }
        return new MachineFault(
                Effect.valueOf(constant(words.get(0))),
                Motion.Kind.valueOf(constant(words.get(1))),
                Integer.parseInt(words.get(2)));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
