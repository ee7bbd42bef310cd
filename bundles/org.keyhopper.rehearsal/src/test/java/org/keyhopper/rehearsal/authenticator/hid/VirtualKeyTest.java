package org.keyhopper.rehearsal.authenticator.hid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.CommandKind;
import org.keyhopper.rehearsal.authenticator.card.Fault;
import org.keyhopper.rehearsal.authenticator.card.InsertedDevice;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

class VirtualKeyTest {

    private static final byte[] NONCE = "12345678".getBytes(StandardCharsets.US_ASCII);
    private static final int GET_INFO = 0x04;
    private static final int SELECTION = 0x0B;
    private static final int CAPABILITIES = 16;

    private final PortEnvironment surroundings = new PortEnvironment();
    private UsbPort port;
    private Card card;
    private VirtualKey key;

    @BeforeEach
    void openPort() throws IOException {
        port = new UsbPort();
    }

    @AfterEach
    void unplug() throws IOException {
        if (key != null) {
            key.close();
        }
        port.close();
    }

    @Test
    void describesItselfFirst() throws IOException {
        plug("plain");
        assertTrue(port.label().contains("\"serial\":\"KH-000001\""), port.label());
    }

    @Test
    void allocatesAChannelPerClient() throws IOException {
        plug("plain");
        assertNotEquals(port.introduce(), port.introduce());
    }

    @Test
    void reportsCapabilities() throws IOException {
        plug("plain");
        port.send(new CtapHidMessage(Channels.BROADCAST, CtapHidMessage.INIT, NONCE));
        CtapHidMessage answer = port.receive();
        assertEquals(Channels.BROADCAST, answer.channel());
        assertArrayEquals(NONCE, Arrays.copyOf(answer.data(), 8));
        assertEquals(0x0D, answer.data()[CAPABILITIES]);
    }

    @Test
    void exchangesLongMessages() throws IOException {
        plug("plain");
        int channel = port.introduce();
        port.send(channel, CtapHidMessage.CBOR, GET_INFO);
        assertEquals(0, port.receiveAnswer().data()[0]);
        port.send(new CtapHidMessage(channel, CtapHidMessage.PING, UsbPort.numbers(3000)));
        assertArrayEquals(UsbPort.numbers(3000), port.receive().data());
    }

    @Test
    void sendsKeepAlivesWhileWaitingForATouch() throws IOException {
        surroundings.touch().waitFor(Duration.ofSeconds(20));
        plug("plain");
        int channel = port.introduce();
        port.send(channel, CtapHidMessage.CBOR, SELECTION);
        assertArrayEquals(new byte[] {2}, awaitWaiting().data());
        surroundings.touch().press();
        assertArrayEquals(new byte[] {0}, port.receiveAnswer().data());
    }

    @Test
    void timesOutWithoutTouch() throws IOException {
        surroundings.touch().waitFor(Duration.ofMillis(50));
        plug("plain");
        port.send(port.introduce(), CtapHidMessage.CBOR, SELECTION);
        assertArrayEquals(new byte[] {0x2F}, port.receiveAnswer().data());
    }

    @Test
    void canBeCancelledWhileWaiting() throws IOException {
        surroundings.touch().waitFor(Duration.ofSeconds(20));
        plug("plain");
        int channel = port.introduce();
        port.send(channel, CtapHidMessage.CBOR, SELECTION);
        awaitWaiting();
        port.send(channel, CtapHidMessage.CANCEL);
        assertArrayEquals(new byte[] {0x2D}, port.receiveAnswer().data());
        port.send(channel, CtapHidMessage.CBOR, GET_INFO);
        assertEquals(0, port.receiveAnswer().data()[0]);
    }

    @Test
    void isBusyForOtherChannels() throws IOException {
        surroundings.touch().waitFor(Duration.ofSeconds(20));
        plug("plain");
        int channel = port.introduce();
        int other = port.introduce();
        port.send(channel, CtapHidMessage.CBOR, SELECTION);
        awaitWaiting();
        port.send(other, CtapHidMessage.CBOR, GET_INFO);
        CtapHidMessage refusal = port.receiveAnswer();
        assertEquals(other, refusal.channel());
        assertArrayEquals(new byte[] {0x06}, refusal.data());
    }

    @Test
    void initOnTheSameChannelAbortsTheMessage() throws IOException {
        surroundings.touch().waitFor(Duration.ofSeconds(20));
        plug("plain");
        int channel = port.introduce();
        port.send(channel, CtapHidMessage.CBOR, SELECTION);
        awaitWaiting();
        port.send(new CtapHidMessage(channel, CtapHidMessage.INIT, NONCE));
        CtapHidMessage answer = port.receiveAnswer();
        assertEquals(CtapHidMessage.INIT, answer.command());
        assertEquals(channel, answer.channel());
    }

    @Test
    void refusesOtherChannelsWhileLocked() throws IOException {
        plug("plain");
        int channel = port.introduce();
        int other = port.introduce();
        port.send(channel, CtapHidMessage.LOCK, 10);
        assertEquals(CtapHidMessage.LOCK, port.receive().command());
        port.send(other, CtapHidMessage.WINK);
        assertArrayEquals(new byte[] {0x06}, port.receive().data());
        port.send(channel, CtapHidMessage.LOCK, 0);
        port.receive();
        port.send(other, CtapHidMessage.WINK);
        assertEquals(CtapHidMessage.WINK, port.receive().command());
    }

    @Test
    void refusesUnknownCommands() throws IOException {
        plug("plain");
        int channel = port.introduce();
        port.send(channel, 0x7E);
        assertArrayEquals(new byte[] {0x01}, port.receive().data());
        port.send(channel, CtapHidMessage.MSG, 0, 3, 0, 0);
        assertArrayEquals(new byte[] {0x01}, port.receive().data());
        port.send(0x01020304, CtapHidMessage.CBOR, GET_INFO);
        assertArrayEquals(new byte[] {0x0B}, port.receive().data());
    }

    @Test
    void detectsMissingPacket() throws IOException {
        plug("plain");
        int channel = port.introduce();
        var reports = new CtapHidMessage(channel, CtapHidMessage.PING, new byte[200]).reports();
        port.sendReport(reports.get(0));
        port.sendReport(reports.get(2));
        assertArrayEquals(new byte[] {0x04}, port.receive().data());
    }

    @Test
    void oldKeySupportsOnlyU2f() throws IOException {
        plug("u2f-only");
        port.send(new CtapHidMessage(Channels.BROADCAST, CtapHidMessage.INIT, NONCE));
        CtapHidMessage answer = port.receive();
        assertEquals(0x01, answer.data()[CAPABILITIES]);
        port.send(port.introduce(), CtapHidMessage.CBOR, GET_INFO);
        assertArrayEquals(new byte[] {0x01}, port.receive().data());
    }

    @Test
    void powersUpWhenPluggedIn() throws IOException, InterruptedException {
        plug("reset-window=300");
        Thread.sleep(400);
        port.send(port.introduce(), CtapHidMessage.CBOR, 0x07);
        assertArrayEquals(new byte[] {0x30}, port.receiveAnswer().data());
        key.close();
        key = VirtualKey.plug(card, surroundings, port.address());
        port.accept();
        port.send(port.introduce(), CtapHidMessage.CBOR, 0x07);
        assertArrayEquals(new byte[] {0x00}, port.receiveAnswer().data());
    }

    @Test
    void faultUnplugsTheKey() throws IOException {
        plug("plain");
        card.arm(Fault.of(CommandKind.GET_INFO, 1, Fault.Effect.PULL_BEFORE));
        int channel = port.introduce();
        port.send(channel, CtapHidMessage.CBOR, GET_INFO);
        assertEquals(0, port.receiveRest());
        assertEquals(
                InsertedDevice.Ending.Kind.PULLED, key.ending().orElseThrow().kind());
    }

    @Test
    void allClientsReceiveAllResponses() throws IOException {
        surroundings.crowded(true);
        plug("plain");
        CtapHidMessage first = port.receiveAnswer();
        assertEquals(CtapHidMessage.INIT, first.command());
        CtapHidMessage second = port.receiveAnswer();
        while (second.command() == CtapHidMessage.INIT) {
            second = port.receiveAnswer();
        }
        assertEquals(CtapHidMessage.CBOR, second.command());
    }

    private void plug(String traits) throws IOException {
        card = Card.fresh("KH-000001", Personalities.parse(traits));
        key = VirtualKey.plug(card, surroundings, port.address());
        port.accept();
    }

    private CtapHidMessage awaitWaiting() throws IOException {
        CtapHidMessage frame = port.receive();
        while (frame.data()[0] != 2) {
            frame = port.receive();
        }
        return frame;
    }
}
