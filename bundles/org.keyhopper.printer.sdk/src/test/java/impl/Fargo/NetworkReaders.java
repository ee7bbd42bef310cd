package impl.Fargo;

import java.security.Provider;
import java.security.Security;
import java.util.List;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;

/** Replaces the PC/SC readers of the companion process by the reader of the emulated printer, if that has one. */
final class NetworkReaders extends Provider {

    private static final long serialVersionUID = 1L;
    private static Queue queue;

    private NetworkReaders() {
        super("Emulated readers", "1", "");
        put("TerminalFactory.PC/SC", Factory.class.getName());
    }

    static void install(Queue printer) {
        queue = printer;
        Security.insertProviderAt(new NetworkReaders(), 1);
    }

    /** Created by the class library. */
    public static final class Factory extends TerminalFactorySpi {

        public Factory(Object parameter) {
            super();
        }

        @Override
        protected CardTerminals engineTerminals() {
            return new CardTerminals() {
                @Override
                public List<CardTerminal> list(State state) {
                    String name = queue.ask("READER NAME");
                    return name.isEmpty() ? List.of() : List.of(new NetworkTerminal(queue, name));
                }

                @Override
                public boolean waitForChange(long timeout) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
