package org.keyhopper.transport.pcsc.internal;

import java.util.HexFormat;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import jnasmartcardio.Smartcardio.JnaCard;
import jnasmartcardio.Smartcardio.JnaCardTerminals;

/** The connection to a card through jnasmartcardio, bypassed where {@link NativeCard} is needed. */
final class PcscCard implements CardHandle {

    private static final long REMOVAL_WAIT_MS = 1000;

    private final JnaCardTerminals context;
    private final CardTerminal terminal;
    private final JnaCard card;
    private final NativeCard nativeCard;

    private PcscCard(JnaCardTerminals context, CardTerminal terminal, JnaCard card) {
        this.context = context;
        this.terminal = terminal;
        this.card = card;
        this.nativeCard = new NativeCard(card);
    }

    /** Takes ownership of the context: closes it with the connection, or at once if connecting fails. */
    static PcscCard connect(JnaCardTerminals context, String reader) throws PcscException {
        try {
            CardTerminal terminal = context.getTerminal(reader);
            if (terminal == null) {
                throw new PcscException(ScardCode.UNKNOWN_READER, reader);
            }
            return new PcscCard(context, terminal, (JnaCard) terminal.connect("*"));
        } catch (CardException refusal) {
            release(context);
            throw PcscException.of(refusal);
        } catch (PcscException | RuntimeException failure) {
            release(context);
            throw failure;
        }
    }

    @Override
    public String atr() {
        return HexFormat.of().withUpperCase().formatHex(card.getATR().getBytes());
    }

    @Override
    public boolean overT0() {
        return "T=0".equals(card.getProtocol());
    }

    @Override
    public void begin() throws PcscException {
        call(card::beginExclusive);
    }

    @Override
    public void end() throws PcscException {
        call(card::endExclusive);
    }

    @Override
    public byte[] transmit(byte[] command) throws PcscException {
        return nativeCard.transmit(command);
    }

    @Override
    public void reconnect(Initialization initialization) throws PcscException {
        nativeCard.reconnect(initialization == Initialization.UNPOWER);
    }

    @Override
    public boolean cardLeaves() throws PcscException {
        try {
            return terminal.waitForCardAbsent(REMOVAL_WAIT_MS);
        } catch (CardException failure) {
            throw PcscException.of(failure);
        }
    }

    @Override
    public void close() {
        try {
            call(() -> card.disconnect(false));
        } catch (PcscException alreadyGone) {
            Log.debug("disconnect", alreadyGone);
        }
        release(context);
    }

    static void release(JnaCardTerminals context) {
        try {
            call(context::close);
        } catch (PcscException alreadyGone) {
            Log.debug("release context", alreadyGone);
        }
    }

    private static void call(PcscCall call) throws PcscException {
        try {
            call.run();
        } catch (CardException failure) {
            throw PcscException.of(failure);
        }
    }

    @FunctionalInterface
    private interface PcscCall {
        void run() throws CardException;
    }
}
