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
import org.keyhopper.rehearsal.authenticator.card.Inserted;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

class VirtualKeyTest {

    private static final byte[] NONCE = "12345678".getBytes(StandardCharsets.US_ASCII);
    private static final int GET_INFO = 0x04;
    private static final int SELECTION = 0x0B;
    private static final int CAPABILITIES = 16;

    private final Surroundings surroundings = new Surroundings();
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
    void saysWhatItIsBeforeAnythingElse() throws IOException {
        plug("plain");
        assertTrue(port.label().contains("\"serial\":\"KH-000001\""), port.label());
    }

    @Test
    void givesEverybodyAChannelOfTheirOwn() throws IOException {
        plug("plain");
        assertNotEquals(port.introduce(), port.introduce());
    }

    @Test
    void tellsWhatItCanDo() throws IOException {
        plug("plain");
        port.send(new Frame(Channels.BROADCAST, Frame.INIT, NONCE));
        Frame answer = port.receive();
        assertEquals(Channels.BROADCAST, answer.channel());
        assertArrayEquals(NONCE, Arrays.copyOf(answer.data(), 8));
        assertEquals(0x0D, answer.data()[CAPABILITIES]);
    }

    @Test
    void answersMessagesAndSendsLongOnesBack() throws IOException {
        plug("plain");
        int channel = port.introduce();
        port.send(channel, Frame.CBOR, GET_INFO);
        assertEquals(0, port.receiveAnswer().data()[0]);
        port.send(new Frame(channel, Frame.PING, UsbPort.numbers(3000)));
        assertArrayEquals(UsbPort.numbers(3000), port.receive().data());
    }

    @Test
    void keepsTheHostInformedWhileItWaitsForATouch() throws IOException {
        surroundings.touch().waitFor(Duration.ofSeconds(20));
        plug("plain");
        int channel = port.introduce();
        port.send(channel, Frame.CBOR, SELECTION);
        assertArrayEquals(new byte[] {2}, awaitWaiting().data());
        surroundings.touch().press();
        assertArrayEquals(new byte[] {0}, port.receiveAnswer().data());
    }

    @Test
    void givesUpWhenNobodyTouchesIt() throws IOException {
        surroundings.touch().waitFor(Duration.ofMillis(50));
        plug("plain");
        port.send(port.introduce(), Frame.CBOR, SELECTION);
        assertArrayEquals(new byte[] {0x2F}, port.receiveAnswer().data());
    }

    @Test
    void canBeCancelledWhileItWaits() throws IOException {
        surroundings.touch().waitFor(Duration.ofSeconds(20));
        plug("plain");
        int channel = port.introduce();
        port.send(channel, Frame.CBOR, SELECTION);
        awaitWaiting();
        port.send(channel, Frame.CANCEL);
        assertArrayEquals(new byte[] {0x2D}, port.receiveAnswer().data());
        port.send(channel, Frame.CBOR, GET_INFO);
        assertEquals(0, port.receiveAnswer().data()[0]);
    }

    @Test
    void isBusyForOthersMeanwhile() throws IOException {
        surroundings.touch().waitFor(Duration.ofSeconds(20));
        plug("plain");
        int channel = port.introduce();
        int other = port.introduce();
        port.send(channel, Frame.CBOR, SELECTION);
        awaitWaiting();
        port.send(other, Frame.CBOR, GET_INFO);
        Frame refusal = port.receiveAnswer();
        assertEquals(other, refusal.channel());
        assertArrayEquals(new byte[] {0x06}, refusal.data());
    }

    @Test
    void anotherIntroductionOnTheSameChannelEndsTheMessageInHand() throws IOException {
        surroundings.touch().waitFor(Duration.ofSeconds(20));
        plug("plain");
        int channel = port.introduce();
        port.send(channel, Frame.CBOR, SELECTION);
        awaitWaiting();
        port.send(new Frame(channel, Frame.INIT, NONCE));
        Frame answer = port.receiveAnswer();
        assertEquals(Frame.INIT, answer.command());
        assertEquals(channel, answer.channel());
    }

    @Test
    void keepsOthersOutWhileItIsLocked() throws IOException {
        plug("plain");
        int channel = port.introduce();
        int other = port.introduce();
        port.send(channel, Frame.LOCK, 10);
        assertEquals(Frame.LOCK, port.receive().command());
        port.send(other, Frame.WINK);
        assertArrayEquals(new byte[] {0x06}, port.receive().data());
        port.send(channel, Frame.LOCK, 0);
        port.receive();
        port.send(other, Frame.WINK);
        assertEquals(Frame.WINK, port.receive().command());
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        plug("plain");
        int channel = port.introduce();
        port.send(channel, 0x7E);
        assertArrayEquals(new byte[] {0x01}, port.receive().data());
        port.send(channel, Frame.MSG, 0, 3, 0, 0);
        assertArrayEquals(new byte[] {0x01}, port.receive().data());
        port.send(0x01020304, Frame.CBOR, GET_INFO);
        assertArrayEquals(new byte[] {0x0B}, port.receive().data());
    }

    @Test
    void noticesAMissingPacket() throws IOException {
        plug("plain");
        int channel = port.introduce();
        var reports = new Frame(channel, Frame.PING, new byte[200]).reports();
        port.sendReport(reports.get(0));
        port.sendReport(reports.get(2));
        assertArrayEquals(new byte[] {0x04}, port.receive().data());
    }

    @Test
    void anOldKeyKnowsOnlyU2f() throws IOException {
        plug("u2f-only");
        port.send(new Frame(Channels.BROADCAST, Frame.INIT, NONCE));
        Frame answer = port.receive();
        assertEquals(0x01, answer.data()[CAPABILITIES]);
        port.send(port.introduce(), Frame.CBOR, GET_INFO);
        assertArrayEquals(new byte[] {0x01}, port.receive().data());
    }

    @Test
    void powersUpWhenPluggedIn() throws IOException, InterruptedException {
        plug("reset-window=300");
        Thread.sleep(400);
        port.send(port.introduce(), Frame.CBOR, 0x07);
        assertArrayEquals(new byte[] {0x30}, port.receiveAnswer().data());
        key.close();
        key = VirtualKey.plug(card, surroundings, port.address());
        port.accept();
        port.send(port.introduce(), Frame.CBOR, 0x07);
        assertArrayEquals(new byte[] {0x00}, port.receiveAnswer().data());
    }

    @Test
    void aFaultUnplugsIt() throws IOException {
        plug("plain");
        card.arm(Fault.of(CommandKind.GET_INFO, 1, Fault.Effect.PULL_BEFORE));
        int channel = port.introduce();
        port.send(channel, Frame.CBOR, GET_INFO);
        assertEquals(0, port.receiveRest());
        assertEquals(Inserted.Ending.Kind.PULLED, key.ending().orElseThrow().kind());
    }

    @Test
    void everybodyHearsTheAnswersToAnotherProgram() throws IOException {
        surroundings.crowded(true);
        plug("plain");
        Frame first = port.receiveAnswer();
        assertEquals(Frame.INIT, first.command());
        Frame second = port.receiveAnswer();
        while (second.command() == Frame.INIT) {
            second = port.receiveAnswer();
        }
        assertEquals(Frame.CBOR, second.command());
    }

    private void plug(String traits) throws IOException {
        card = Card.fresh("KH-000001", Personalities.parse(traits));
        key = VirtualKey.plug(card, surroundings, port.address());
        port.accept();
    }

    private Frame awaitWaiting() throws IOException {
        Frame frame = port.receive();
        while (frame.data()[0] != 2) {
            frame = port.receive();
        }
        return frame;
    }
}
