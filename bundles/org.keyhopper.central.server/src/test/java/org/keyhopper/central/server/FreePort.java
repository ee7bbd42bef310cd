package org.keyhopper.central.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a port for a server that starts later. */
final class FreePort {

    /** Below the ports that the operating system gives to the clients and servers of other tests. */
    private static final int FIRST = 20_000;

    private static final int END = 32_000;
    private static final int TRIES = 100;

    private FreePort() {}

    static int find() throws IOException {
        IOException failure = null;
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }
}
