package org.keyhopper.transport.hid.internal;

import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.testkit.transport.TransportContract;
import org.keyhopper.testkit.transport.TransportRig;

class HidTransportContractTest extends TransportContract {

    @Override
    protected TransportRig rig() {
        return new OnePort();
    }

    private static final class OnePort implements TransportRig {

        private static final String PATH = "/port/1";

        private final FakePorts ports = new FakePorts();
        private final TransportProvider provider = new HidTransport(ports, HidThread.STUCK, false);

        @Override
        public TransportProvider provider() {
            return provider;
        }

        @Override
        public void insert() {
            ports.plug(PATH);
        }

        @Override
        public void remove() {
            ports.unplug(PATH);
        }

        @Override
        public void close() {
            ports.unplug(PATH);
        }
    }
}
