package org.keyhopper.transport.pcsc.internal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.testkit.transport.TransportContract;
import org.keyhopper.testkit.transport.TransportRig;

@Tag("pcscd")
class PcscTransportContractTest extends TransportContract {

    private static Pcscd pcscd;

    @BeforeAll
    static void startDaemon() throws Exception {
        pcscd = Pcscd.start();
    }

    @AfterAll
    static void stopDaemon() throws Exception {
        if (pcscd != null) {
            pcscd.stop();
        }
    }

    @Override
    protected TransportRig rig() {
        return new VirtualReader();
    }

    private static final class VirtualReader implements TransportRig {

        private final TransportProvider provider = new PcscTransport();
        private VpcdCard card;

        @Override
        public TransportProvider provider() {
            return provider;
        }

        @Override
        public void insert() {
            card = new VpcdCard(Pcscd.PORT, VpcdCard.ATR, new TinyApplet());
        }

        @Override
        public void remove() {
            card.close();
        }

        @Override
        public void close() {
            if (card != null) {
                card.close();
            }
        }
    }
}
