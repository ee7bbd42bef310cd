package org.keyhopper.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkSocketTest {

    @TempDir
    Path home;

    private final List<String> taken = new CopyOnWriteArrayList<>();

    @Test
    void silentClientDoesNotBlockOthers() throws IOException {
        try (LinkSocket socket = listening();
                SocketChannel silent = open()) {
            assertTrue(silent.isConnected());
            assertTrue(new LinkSocket(path()).offer("keyhopper:"));
            assertEquals(List.of("keyhopper:"), taken);
        }
    }

    @Test
    void unterminatedMessageIsDropped() throws IOException {
        try (LinkSocket socket = listening();
                SocketChannel endless = open()) {
            endless.write(ByteBuffer.wrap("x".repeat(200).getBytes(StandardCharsets.UTF_8)));
            assertEquals(-1, endless.read(ByteBuffer.allocate(1)));
            assertEquals(List.of(), taken);
        }
    }

    private LinkSocket listening() throws IOException {
        LinkSocket socket = new LinkSocket(path());
        socket.listen(taken::add);
        return socket;
    }

    private SocketChannel open() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(path()));
    }

    private Path path() {
        return home.resolve("desktop.socket");
    }
}
