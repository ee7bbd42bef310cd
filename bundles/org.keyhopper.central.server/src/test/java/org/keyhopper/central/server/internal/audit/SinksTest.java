package org.keyhopper.central.server.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.keyhopper.central.server.internal.outgoing.AddressRule;
import org.keyhopper.central.server.internal.outgoing.OutgoingSockets;
import org.keyhopper.testkit.certificate.SelfSignedCertificate;

/** The sinks against real collectors. */
@Isolated("changes defaults of the Java runtime")
class SinksTest {

    private static final String LINE = "{\"time\":1700000000123,\"name\":\"\u00e4\"}";

    @TempDir
    Path folder;

    private SSLContext before;

    /** Until then the collector keeps its connection. */
    private final CountDownLatch leaves = new CountDownLatch(1);

    @BeforeEach
    void rememberDefault() throws Exception {
        before = SSLContext.getDefault();
    }

    @AfterEach
    void restoreDefault() {
        SSLContext.setDefault(before);
    }

    /** Reads one message with octet counting. */
    private static String message(InputStream in) throws IOException {
        StringBuilder length = new StringBuilder();
        int next = in.read();
        while (next != ' ') {
            length.append((char) next);
            next = in.read();
        }
        return new String(in.readNBytes(Integer.parseInt(length.toString())), StandardCharsets.UTF_8);
    }

    private static SyslogSink syslog(ServerSocket server) {
        InetSocketAddress collector = InetSocketAddress.createUnresolved("localhost", server.getLocalPort());
        return new SyslogSink(collector, new OutgoingSockets(new AddressRule(List.of("localhost"))), "central");
    }

    @Test
    void syslogIsFramedAndComesOverTls() throws Exception {
        SSLContext context = tls("localhost");
        SSLContext.setDefault(context);
        try (ServerSocket server =
                        context.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newSingleThreadExecutor();
                SyslogSink sink = syslog(server)) {
            Future<List<String>> received = threads.submit(() -> {
                try (Socket socket = server.accept()) {
                    InputStream in = socket.getInputStream();
                    List<String> all = List.of(message(in), message(in), message(in));
                    leaves.await();
                    return all;
                }
            });
            sink.deliver(List.of(LINE, LINE));
            sink.deliver(List.of(LINE));
            leaves.countDown();
            String first = received.get().getFirst();
            assertTrue(first.startsWith("<110>1 2023-11-14T22:13:20.123Z central keyhopper-central "), first);
            assertTrue(first.endsWith(" audit - \uFEFF" + LINE), first);
            assertEquals(3, received.get().size());
        }
    }

    @Test
    void collectorThatHasGoneIsNoticedBeforeTheNextDelivery() throws Exception {
        SSLContext context = tls("localhost");
        SSLContext.setDefault(context);
        try (ServerSocket server =
                        context.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newSingleThreadExecutor();
                SyslogSink sink = syslog(server)) {
            Future<String> first = threads.submit(() -> {
                try (Socket socket = server.accept()) {
                    String message = message(socket.getInputStream());
                    leaves.await();
                    return message;
                }
            });
            sink.deliver(List.of(LINE));
            leaves.countDown();
            first.get();
            assertThrows(IOException.class, () -> sink.deliver(List.of(LINE)));
            CountDownLatch leavesAgain = new CountDownLatch(1);
            Future<String> again = threads.submit(() -> {
                try (Socket socket = server.accept()) {
                    String message = message(socket.getInputStream());
                    leavesAgain.await();
                    return message;
                }
            });
            sink.deliver(List.of(LINE));
            leavesAgain.countDown();
            assertTrue(again.get().endsWith(LINE));
        }
    }

    @Test
    void collectorWithAnotherNameIsRefused() throws Exception {
        SSLContext context = tls("elsewhere.example");
        SSLContext.setDefault(context);
        try (ServerSocket server =
                        context.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newSingleThreadExecutor();
                SyslogSink sink = syslog(server)) {
            threads.submit(() -> {
                try (Socket socket = server.accept()) {
                    return socket.getInputStream().read();
                }
            });
            assertThrows(SSLException.class, () -> sink.deliver(List.of(LINE)));
        }
    }

    @Test
    void httpCollectorConfirmsByItsStatus() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        AtomicInteger status = new AtomicInteger(204);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/in");
        try (HttpSink sink = new HttpSink(address, Optional.of("Bearer x"))) {
            sink.deliver(List.of(LINE, LINE));
            assertEquals(List.of("/in Bearer x " + LINE + "\n" + LINE + "\n"), received);
            for (int refused : List.of(302, 401, 500)) {
                status.set(refused);
                assertThrows(IOException.class, () -> sink.deliver(List.of(LINE)), () -> "HTTP " + refused);
            }
            assertEquals(4, received.size(), "a redirect is not followed");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void fileMayBeRotated() throws Exception {
        Path file = folder.resolve("audit.jsonl");
        FileSink sink = new FileSink(file);
        sink.deliver(List.of(LINE));
        Files.move(file, folder.resolve("audit.1"));
        sink.deliver(List.of(LINE, LINE));
        assertEquals(List.of(LINE, LINE), Files.readAllLines(file));
    }

    private SSLContext tls(String host) throws Exception {
        return SelfSignedCertificate.make(folder.resolve(host + ".p12"), "EC", host)
                .tls();
    }
}
