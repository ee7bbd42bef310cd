package org.keyhopper.transport.helper.internal.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandshakeTest {

    private final SharedSecret secret = SharedSecret.random();

    @Test
    void mutualAuthenticationDoesNotRevealTheSecret() throws Exception {
        List<byte[]> said = conversation(secret, secret);
        assertEquals(3, said.size());
        byte[] all = ByteBuffer.allocate(1000)
                .put(said.get(0))
                .put(said.get(1))
                .put(said.get(2))
                .array();
        assertEquals(-1, Collections.indexOfSubList(boxed(all), boxed(secret.bytes())));
    }

    @Test
    void clientWithAnotherSecretIsRefused() {
        assertThrows(MalformedMessage.class, () -> conversation(secret, SharedSecret.random()));
    }

    @Test
    void replayedProofIsRefused() throws Exception {
        byte[] proof = conversation(secret, secret).get(1);
        assertThrows(MalformedMessage.class, () -> Handshake.authenticateClient(new Said(proof).frames(), secret));
    }

    @Test
    void reflectedProofIsRefused() throws Exception {
        List<byte[]> said = conversation(secret, secret);
        Said echo = new Said(said.get(0));
        echo.thenEcho = true;
        assertThrows(MalformedMessage.class, () -> Handshake.authenticateHelper(echo.frames(), secret));
    }

    @Test
    void otherVersionIsRefusedByBoth() throws Exception {
        List<byte[]> said = conversation(secret, secret);
        byte[] greeting = said.get(0);
        greeting["keyhopper helper".length()] = 9;
        assertThrows(MalformedMessage.class, () -> Handshake.authenticateHelper(new Said(greeting).frames(), secret));
        byte[] answer = said.get(1);
        answer[0] = 9;
        assertThrows(MalformedMessage.class, () -> Handshake.authenticateClient(new Said(answer).frames(), secret));
    }

    @Test
    void greetingOfInvalidLengthIsRefused() {
        for (int length = 1; length < 100; length += 7) {
            byte[] odd = new byte[length];
            assertThrows(MalformedMessage.class, () -> Handshake.authenticateHelper(new Said(odd).frames(), secret));
            assertThrows(MalformedMessage.class, () -> Handshake.authenticateClient(new Said(odd).frames(), secret));
        }
    }

    @Test
    void invalidFrameLengthsAreMalformed() {
        for (int length : new int[] {0, -1, 101, Integer.MAX_VALUE}) {
            Said said = new Said();
            said.incoming.add(ByteBuffer.allocate(4).putInt(length).array());
            assertThrows(MalformedMessage.class, () -> new FrameChannel(said, 100).read());
        }
        Said cut = new Said();
        cut.incoming.add(new byte[] {0, 0, 0, 9, 1, 2});
        assertThrows(EOFException.class, () -> new FrameChannel(cut, 100).read());
    }

    @Test
    void frameMayArriveInPieces() throws Exception {
        Said pieces = new Said();
        for (byte part : new byte[] {0, 0, 0, 2, 7, 8}) {
            pieces.incoming.add(new byte[] {part});
        }
        assertArrayEquals(new byte[] {7, 8}, new FrameChannel(pieces, 100).read());
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> all = new ArrayList<>();
        for (byte each : bytes) {
            all.add(each);
        }
        return all;
    }

    /** Runs both sides alternately and returns the messages. */
    private static List<byte[]> conversation(SharedSecret helpers, SharedSecret clients) throws Exception {
        Talk talk = new Talk();
        Thread helper = Thread.ofPlatform()
                .start(() -> talk.attempt(() -> Handshake.authenticateClient(talk.helper.frames(), helpers)));
        Thread client = Thread.ofPlatform()
                .start(() -> talk.attempt(() -> Handshake.authenticateHelper(talk.client.frames(), clients)));
        helper.join();
        client.join();
        if (!talk.failures.isEmpty()) {
            throw talk.failures.getFirst();
        }
        return talk.said;
    }

    private static final class Talk {

        private final List<byte[]> said = new ArrayList<>();
        private final List<IOException> failures = new ArrayList<>();
        private final Said helper = new Said();
        private final Said client = new Said();

        Talk() {
            helper.other = client;
            client.other = helper;
            helper.record = said;
            client.record = said;
        }

        private void attempt(Part part) {
            try {
                part.play();
            } catch (IOException failure) {
                synchronized (failures) {
                    failures.add(failure);
                }
                helper.close();
                client.close();
            }
        }
    }

    private interface Part {
        void play() throws IOException;
    }

    /** One end of a connection in memory. */
    private static final class Said implements ByteChannel {

        private final Deque<byte[]> incoming = new ArrayDeque<>();
        private List<byte[]> record = new ArrayList<>();
        private Said other;
        private boolean thenEcho;
        private boolean closed;

        Said(byte[]... frames) {
            for (byte[] frame : frames) {
                incoming.add(framed(frame));
            }
        }

        FrameChannel frames() {
            return new FrameChannel(this, 1000);
        }

        private static byte[] framed(byte[] frame) {
            return ByteBuffer.allocate(4 + frame.length)
                    .putInt(frame.length)
                    .put(frame)
                    .array();
        }

        @Override
        public synchronized int read(ByteBuffer into) throws IOException {
            try {
                while (incoming.isEmpty() && other != null && !closed) {
                    wait();
                }
            } catch (InterruptedException nobodyShould) {
                throw new AssertionError(nobodyShould);
            }
            if (incoming.isEmpty()) {
                return -1;
            }
            byte[] next = incoming.poll();
            int length = Math.min(next.length, into.remaining());
            into.put(next, 0, length);
            if (length < next.length) {
                incoming.addFirst(Arrays.copyOfRange(next, length, next.length));
            }
            return length;
        }

        @Override
        public int write(ByteBuffer from) {
            byte[] sent = new byte[from.remaining()];
            from.get(sent);
            byte[] frame = Arrays.copyOfRange(sent, 4, sent.length);
            record.add(frame);
            if (other != null) {
                other.arrive(sent);
            } else if (thenEcho) {
                incoming.add(framed(Arrays.copyOfRange(frame, frame.length - 32, frame.length)));
            }
            return sent.length;
        }

        private synchronized void arrive(byte[] bytes) {
            incoming.add(bytes);
            notifyAll();
        }

        @Override
        public boolean isOpen() {
            return !closed;
        }

        @Override
        public synchronized void close() {
            closed = true;
            notifyAll();
        }
    }
}
