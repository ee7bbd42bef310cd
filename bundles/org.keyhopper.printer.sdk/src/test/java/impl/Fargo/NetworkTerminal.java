package impl.Fargo;

import java.util.HexFormat;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** The reader of the emulated printer: only what a session needs. */
final class NetworkTerminal extends CardTerminal {

    private static final int OPEN = 0x00313548;
    private static final int END = 0x0031354C;

    private final Queue queue;
    private final String name;

    NetworkTerminal(Queue queue, String name) {
        this.queue = queue;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isCardPresent() {
        return queue.ask("READER CARD").equals("yes");
    }

    @Override
    public Card connect(String protocol) throws CardException {
        if (!protocol.equals("DIRECT")) {
            throw new CardException(protocol);
        }
        return new Direct();
    }

    @Override
    public boolean waitForCardPresent(long timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean waitForCardAbsent(long timeout) {
        throw new UnsupportedOperationException();
    }

    private void control(int code, String sent) throws CardException {
        boolean opens = code == OPEN && sent.equals("70170000");
        if (!opens && code != END) {
            throw new CardException(Integer.toHexString(code) + " " + sent);
        }
        try {
            queue.ask(opens ? "READER OPEN" : "READER END");
        } catch (IllegalStateException e) {
            throw new CardException("SCARD_E_SHARING_VIOLATION", e);
        }
    }

    private final class Direct extends Card {

        @Override
        public byte[] transmitControlCommand(int code, byte[] command) throws CardException {
            control(code, HexFormat.of().formatHex(command));
            return new byte[0];
        }

        @Override
        public void disconnect(boolean reset) throws CardException {
            if (reset) {
                throw new CardException("the card must be left as it is");
            }
        }

        @Override
        public ATR getATR() {
            return new ATR(new byte[0]);
        }

        @Override
        public String getProtocol() {
            return "DIRECT";
        }

        @Override
        public CardChannel getBasicChannel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CardChannel openLogicalChannel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void beginExclusive() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void endExclusive() {
            throw new UnsupportedOperationException();
        }
    }
}
