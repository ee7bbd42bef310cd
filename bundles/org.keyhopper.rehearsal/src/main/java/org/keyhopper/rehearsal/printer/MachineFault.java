package org.keyhopper.rehearsal.printer;

import java.util.List;
import java.util.Locale;

/**
 * Something that goes wrong once. Written {@code EFFECT MOVEMENT N}, for example {@code jam feed 7}.
 *
 * @param effect what goes wrong
 * @param kind with which movement
 * @param occurrence with which one of them, counted from 1 since the machine was switched on
 */
public record MachineFault(Effect effect, Motion.Kind kind, int occurrence) {

    /** What goes wrong. */
    public enum Effect {
        /** The card sticks on its way. */
        JAM,
        /** No card is taken, though there are some. */
        MISFEED,
        /** The cover opens when the movement is done. */
        OPEN_COVER,
        /** It is done, and the reply is lost. */
        LOSE_REPLY,
        /** It is not done, and there is no reply. */
        LOSE_COMMAND,
        /** Power fails when it is done; the reply is lost. */
        POWER_OFF,
        /** The tray it goes to is full before it begins. */
        FILL_TRAY,
        /** A motor fails; nothing moves. */
        BREAK,
        /** The card at the station is not seen by the reader. */
        DEAD_CARD
    }

    /** Reads the written form. */
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
