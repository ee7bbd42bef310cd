package org.keyhopper.transport.pcsc.internal;

import java.security.NoSuchAlgorithmException;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardTerminals;

/**
 * The machine's PC/SC. Each caller gets a context of its own, because a context dies for good with the service, and
 * blocks all its users while one of its calls hangs.
 */
final class PcscSystem {

    /** Opens a context; the caller closes it. */
    JnaCardTerminals context() throws PcscException {
        try {
            // The provider is not registered with java.security.Security: nobody else in this process should meet it.
            return (JnaCardTerminals) TerminalFactory.getInstance("PC/SC", null, new Smartcardio())
                    .terminals();
        } catch (EstablishContextException | NoSuchAlgorithmException unavailable) {
            throw PcscException.of(unavailable);
        }
    }

    /** Connects to the card in that reader, through a context of its own. */
    CardHandle connect(String reader) throws PcscException {
        return PcscCard.connect(context(), reader);
    }
}
