package org.keyhopper.transport.pcsc.internal;

import java.security.NoSuchAlgorithmException;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardTerminals;

/**
 * The PC/SC service of this machine. Each caller gets a context of its own, because a context is invalid once the
 * service stops, and one hanging call blocks all its users.
 */
final class PcscSystem {

    /** Establishes a context; the caller closes it. */
    JnaCardTerminals context() throws PcscException {
        try {
            // The provider is not registered with java.security.Security, so that other code in this process does not
            // use it.
            return (JnaCardTerminals) TerminalFactory.getInstance("PC/SC", null, new Smartcardio())
                    .terminals();
        } catch (EstablishContextException | NoSuchAlgorithmException unavailable) {
            throw PcscException.of(unavailable);
        }
    }

    /** Connects to the card in the reader, with a context of its own. */
    CardHandle connect(String reader) throws PcscException {
        return PcscCard.connect(context(), reader);
    }
}
