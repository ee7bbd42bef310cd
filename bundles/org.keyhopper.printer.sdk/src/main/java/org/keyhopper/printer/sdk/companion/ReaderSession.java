package org.keyhopper.printer.sdk.companion;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/**
 * The session that a FARGO encoder on the network requires before its reader shows a card. It is opened and ended by two
 * control codes of the reader's driver, as one program in the field does; the vendor does not document them. The session
 * belongs to the computer, so other processes see the card, too. Thread-safe: it may be ended while it is being opened.
 */
final class ReaderSession {

    private static final int OPEN = 3410;
    private static final int END = 3411;

    /** What the program in the field sends with {@link #OPEN}; its meaning is not known. */
    private static final int PARAMETER = 6000;

    private static final int WINDOWS_SMART_CARD_DEVICE = 0x31 << 16;

    private final CountDownLatch ending = new CountDownLatch(1);
    private CardTerminal opened;

    /**
     * Opens the session unless it is open, and waits for the reader to become usable.
     *
     * @param named a part of the reader's name, which must fit one reader only
     * @param settle the time to wait, in milliseconds
     * @param held whether a process before this one had a session and may have left it open
     * @return {@code state}: {@code open}, {@code not-found} or {@code refused}, with {@code reader} and {@code detail}
     */
    JsonObject open(String named, long settle, boolean held) {
        synchronized (this) {
            if (opened != null) {
                return result("open", named, "");
            }
        }
        try {
            List<CardTerminal> readers =
                    TerminalFactory.getInstance("PC/SC", null).terminals().list();
            List<CardTerminal> fitting = readers.stream()
                    .filter(each -> each.getName().contains(named))
                    .toList();
            return fitting.size() == 1
                    ? open(fitting.getFirst(), settle, held)
                    : result("not-found", named, String.join(", ", names(readers)));
        } catch (CardException | GeneralSecurityException e) {
            return result("not-found", named, e.toString());
        }
    }

    private JsonObject open(CardTerminal reader, long settle, boolean held) {
        try {
            Card direct = reader.connect("DIRECT");
            try {
                if (held) {
                    end(direct);
                }
                synchronized (this) {
                    if (ending.getCount() == 0) {
                        return result("refused", reader.getName(), "the run has ended");
                    }
                    byte[] parameter = ByteBuffer.allocate(Integer.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(PARAMETER)
                            .array();
                    direct.transmitControlCommand(code(OPEN), parameter);
                    opened = reader;
                }
                pause(settle);
            } finally {
                direct.disconnect(false);
            }
            return result("open", reader.getName(), "");
        } catch (CardException e) {
            return result("refused", reader.getName(), words(e));
        }
    }

    /** Returns whether the reader shows a card. */
    synchronized boolean seesCard() {
        try {
            return opened != null && opened.isCardPresent();
        } catch (CardException e) {
            // A reader whose session was dropped may disappear.
            return false;
        }
    }

    /** Returns the refusal, as of a session that was dropped; whether the reader is usable is seen when one is opened. */
    private static String end(Card direct) {
        try {
            direct.transmitControlCommand(code(END), new byte[0]);
            return "";
        } catch (CardException e) {
            return words(e);
        }
    }

    /**
     * Ends the session if it is open. One that was dropped before cannot be ended.
     *
     * @return {@code state}: {@code ended} or {@code refused}, with {@code reader} and {@code detail}
     */
    synchronized JsonObject end() {
        if (opened == null) {
            return result("ended", "", "");
        }
        CardTerminal reader = opened;
        opened = null;
        try {
            Card direct = reader.connect("DIRECT");
            String refusal = end(direct);
            direct.disconnect(false);
            return result(refusal.isEmpty() ? "ended" : "refused", reader.getName(), refusal);
        } catch (CardException e) {
            return result("refused", reader.getName(), words(e));
        }
    }

    /** Ends the session for good. */
    void close() {
        ending.countDown();
        end();
    }

    private void pause(long millis) {
        try {
            ending.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int code(int function) {
        return WINDOWS_SMART_CARD_DEVICE | function << 2;
    }

    /** The status of the reader's driver is in the cause. */
    private static String words(CardException refusal) {
        return String.valueOf(refusal.getCause() == null ? refusal : refusal.getCause());
    }

    private static List<String> names(List<CardTerminal> readers) {
        return readers.stream().map(CardTerminal::getName).toList();
    }

    private static JsonObject result(String state, String reader, String detail) {
        JsonObject result = new JsonObject();
        result.addProperty("state", state);
        result.addProperty("reader", reader);
        result.addProperty("detail", detail);
        return result;
    }
}
