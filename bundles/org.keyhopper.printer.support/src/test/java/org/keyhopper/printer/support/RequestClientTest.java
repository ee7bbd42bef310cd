package org.keyhopper.printer.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;

class RequestClientTest {

    private final List<String> sent = new ArrayList<>();
    private final Deque<String> streams = new ArrayDeque<>();
    private boolean endsSeen;
    private final RequestClient client = new RequestClient("printer", this::next);

    @Test
    void streamIsReused() throws Exception {
        streams.add("ab");
        assertEquals('a', ask("1", Purpose.MOVEMENT));
        assertEquals('b', ask("2", Purpose.MOVEMENT));
        assertEquals(List.of("1", "2"), sent);
    }

    @Test
    void queryIsRepeatedOnceOnANewStream() throws Exception {
        streams.addAll(List.of("a", "b"));
        ask("1", Purpose.QUERY);
        assertEquals('b', ask("2", Purpose.QUERY));
        assertEquals(List.of("1", "2", "2"), sent);
    }

    @Test
    void movementIsNotRepeated() throws Exception {
        streams.addAll(List.of("a", "b"));
        ask("1", Purpose.QUERY);
        PrinterException failure = assertThrows(PrinterException.class, () -> ask("2", Purpose.MOVEMENT));
        assertEquals(FailureKind.OUTCOME_UNKNOWN, failure.kind());
        assertEquals(List.of("1", "2"), sent);
    }

    @Test
    void movementUsesANewStreamIfThePeerHasClosed() throws Exception {
        streams.addAll(List.of("a", "b"));
        endsSeen = true;
        ask("1", Purpose.QUERY);
        assertEquals('b', ask("2", Purpose.MOVEMENT));
        assertEquals(List.of("1", "2"), sent);
    }

    @Test
    void peerClosingAfterEachReplyGetsANewStreamEachTime() throws Exception {
        streams.addAll(List.of("a", "b", "c", "de", "f"));
        for (String question : List.of("1", "2", "3")) {
            ask(question, Purpose.QUERY);
        }
        assertEquals('d', ask("4", Purpose.MOVEMENT));
        assertEquals('f', ask("5", Purpose.MOVEMENT));
    }

    @Test
    void unansweredQueryOnANewStreamFails() {
        streams.addAll(List.of("", "b"));
        assertProblem(PrinterProblem.NO_ANSWER, () -> ask("1", Purpose.QUERY));
        assertEquals(1, streams.size());
    }

    @Test
    void unsentRequestIsUnreachable() {
        assertProblem(PrinterProblem.UNREACHABLE, () -> ask("1", Purpose.MOVEMENT));
    }

    @Test
    void missingPermissionIsReported() {
        RequestClient locked = new RequestClient("/dev/usb/lp0", deadline -> {
            throw new AccessDeniedException("/dev/usb/lp0");
        });
        assertProblem(PrinterProblem.NO_RIGHTS, () -> locked.connect(Deadline.inSeconds(1)));
    }

    @Test
    void unsentMovementToABusyPrinterIsReserved() {
        RequestClient taken = new RequestClient("/dev/usb/lp0", deadline -> {
            throw new FileSystemException("/dev/usb/lp0", null, "Device or resource busy");
        });
        assertProblem(PrinterProblem.RESERVED, () -> taken.connect(Deadline.inSeconds(1)));
        RequestClient lazy =
                new RequestClient("/dev/usb/lp0", deadline -> new DeviceFileStream(Path.of("/nowhere/to/be/found")));
        assertProblem(
                PrinterProblem.UNREACHABLE,
                () -> lazy.exchange(new byte[1], Purpose.MOVEMENT, RequestClientTest::octet, Deadline.inSeconds(5)));
    }

    @Test
    void failedHandshakeSendsNothingElse() {
        streams.add("");
        RequestClient greeting = new RequestClient("printer", this::next, (wire, deadline) -> {
            if (wire.read(deadline) < 0) {
                throw new EOFException();
            }
        });
        assertProblem(PrinterProblem.UNREACHABLE, () -> greeting.connect(Deadline.inSeconds(1)));
    }

    private int ask(String request, Purpose purpose) throws PrinterException, InterruptedException {
        return client.exchange(
                request.getBytes(StandardCharsets.US_ASCII), purpose, RequestClientTest::octet, Deadline.inSeconds(5));
    }

    private static int octet(ByteStream from, Deadline deadline) throws IOException, InterruptedException {
        int next = from.read(deadline);
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    private ByteStream next(Deadline deadline) throws IOException {
        if (streams.isEmpty()) {
            throw new ConnectException("refused");
        }
        Deque<Character> replies = new ArrayDeque<>();
        streams.remove().chars().forEach(each -> replies.add((char) each));
        return new ByteStream() {
            @Override
            public void write(byte[] bytes, Deadline left) {
                sent.add(new String(bytes, StandardCharsets.US_ASCII));
            }

            @Override
            public int read(Deadline left) {
                return replies.isEmpty() ? -1 : replies.remove();
            }

            @Override
            public boolean hasEnded() {
                return endsSeen && replies.isEmpty();
            }

            @Override
            public void close() {
                replies.clear();
            }
        };
    }

    private static void assertProblem(PrinterProblem problem, Executable call) {
        assertEquals(
                problem, assertThrows(PrinterException.class, call).problem().code());
    }
}
