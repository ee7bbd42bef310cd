package org.keyhopper.printer.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.transport.Deadline;

class ByteStreamTest {

    @Test
    void socketReadTimesOut() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ByteStream wire = open(server)) {
            assertThrows(SocketTimeoutException.class, () -> wire.read(Deadline.in(Duration.ofMillis(50))));
        }
    }

    @Test
    void socketReadIsInterruptible() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ByteStream wire = open(server)) {
            CountDownLatch begun = new CountDownLatch(1);
            FutureTask<Integer> reading = new FutureTask<>(() -> {
                begun.countDown();
                return wire.read(Deadline.inSeconds(30));
            });
            Thread thread = Thread.ofPlatform().daemon().start(reading);
            begun.await();
            thread.interrupt();
            ExecutionException end = assertThrows(ExecutionException.class, reading::get);
            assertEquals(InterruptedException.class, end.getCause().getClass());
        }
    }

    @Test
    void endOfSocketIsDetectedWithoutLosingAByte() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ByteStream wire = open(server);
                Socket printer = server.accept()) {
            assertFalse(wire.hasEnded());
            printer.getOutputStream().write(7);
            assertFalse(wire.hasEnded());
            assertEquals(7, wire.read(Deadline.inSeconds(5)));
            printer.shutdownOutput();
            assertEquals(-1, wire.read(Deadline.inSeconds(5)));
            assertTrue(wire.hasEnded());
        }
    }

    @Test
    void socketIsBidirectional() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ByteStream wire = open(server);
                Socket printer = server.accept()) {
            wire.write(new byte[] {1, (byte) 0xFF}, Deadline.inSeconds(5));
            assertEquals(1, printer.getInputStream().read());
            assertEquals(0xFF, printer.getInputStream().read());
            printer.getOutputStream().write(0xFE);
            printer.shutdownOutput();
            assertEquals(0xFE, wire.read(Deadline.inSeconds(5)));
            assertEquals(-1, wire.read(Deadline.inSeconds(5)));
        }
    }

    @Test
    void deviceFileIsWrittenAndRead(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("lp0"));
        try (ByteStream wire = new DeviceFileStream(file)) {
            wire.write(new byte[] {'O', 'K', 0}, Deadline.inSeconds(5));
            assertEquals('O', wire.read(Deadline.inSeconds(5)));
            assertEquals('K', wire.read(Deadline.inSeconds(5)));
            assertEquals(0, wire.read(Deadline.inSeconds(5)));
        }
    }

    @Test
    void silentDeviceFileTimesOut(@TempDir Path folder) throws Exception {
        try (ByteStream wire = new DeviceFileStream(Files.createFile(folder.resolve("lp0")))) {
            assertThrows(SocketTimeoutException.class, () -> wire.read(Deadline.in(Duration.ofMillis(120))));
        }
    }

    @Test
    void missingDeviceFileIsReported(@TempDir Path folder) throws Exception {
        try (ByteStream wire = new DeviceFileStream(folder.resolve("lp9"))) {
            ByteStream.NotSentException failure = assertThrows(
                    ByteStream.NotSentException.class, () -> wire.write(new byte[1], Deadline.inSeconds(5)));
            assertEquals(NoSuchFileException.class, failure.reason().getClass());
        }
    }

    @Test
    void hostAndPortAreParsedInEveryForm() {
        assertEquals(
                "printer:50730", HostPort.parse("printer:50730").orElseThrow().toString());
        assertEquals("[fe80::1]:9", HostPort.parse("[fe80::1]:9").orElseThrow().toString());
        assertEquals(7, HostPort.parse("10.0.0.9", 7).orElseThrow().port());
        for (String nonsense : new String[] {"", "printer", ":1", "printer:", "printer:0", "printer:70000", "a b:1"}) {
            assertFalse(HostPort.parse(nonsense).isPresent(), nonsense);
        }
    }

    private static ByteStream open(ServerSocket server) throws IOException, InterruptedException {
        return SocketStream.open(new HostPort("127.0.0.1", server.getLocalPort()), Deadline.inSeconds(5));
    }
}
