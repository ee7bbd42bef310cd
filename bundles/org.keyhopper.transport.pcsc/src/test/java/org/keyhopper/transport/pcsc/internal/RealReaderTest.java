package org.keyhopper.transport.pcsc.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.TransportProvider.Watch;
import org.keyhopper.testkit.transport.StateRecorder;

/** Effects of cards, readers and other programs, tested with a real daemon. */
@Tag("pcscd")
class RealReaderTest {

    private static final String SELECT = "00A4040008A0000006472F000100";
    private static final String GET_INFO = "80108000010400";
    private static final String READER = "Virtual PCD 00 00";

    private static Pcscd pcscd;

    private final StateRecorder states = new StateRecorder();
    private final PcscTransport transport = new PcscTransport();
    private final TinyApplet applet = new TinyApplet();
    private Watch watch;
    private VpcdCard card;

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

    @BeforeEach
    void watchAnEmptyReader() throws Exception {
        pcscd.ensureDaemon();
        watch = transport.watch(states);
        states.awaitNoDevice();
    }

    @AfterEach
    void removeCard() {
        watch.close();
        if (card != null) {
            card.close();
        }
    }

    @Test
    void cardRemovedDuringAnExchangeIsGone() throws Exception {
        applet.answering("8010800001", TinyApplet.PULL_THE_CARD);
        try (FidoChannel channel = open(insert())) {
            assertProblem(DeviceProblem.GONE, () -> send(channel, 0x01));
            assertProblem(DeviceProblem.GONE, () -> send(channel, 0x04));
        }
        assertEquals(1, card.apdus().stream().filter("80108000010100"::equals).count());
    }

    @Test
    void powerCycleKeepsTheInsertion() throws Exception {
        DeviceLink link = insert();
        try (FidoChannel channel = open(link)) {
            assertTrue(channel.powerCycle(soon()));
            assertEquals(0, send(channel, 0x04)[0]);
        }
        List<String> events = card.events();
        assertEquals(List.of("off", "on", SELECT, GET_INFO), events.subList(events.lastIndexOf("off"), events.size()));
        assertSame(link, states.awaitDevice());
    }

    @Test
    void keepsTheHoldThroughAPowerCycle() throws Exception {
        DeviceLink link = insert();
        try (FidoChannel channel = open(link);
                FidoChannel.Hold hold = channel.beginExclusive(soon())) {
            assertTrue(channel.powerCycle(soon()), hold::toString);
            assertProblem(DeviceProblem.BUSY, () -> link.open(Deadline.in(Duration.ofMillis(300))));
            assertEquals(0, send(channel, 0x04)[0]);
        }
    }

    @Test
    void selectsOnlyOnce() throws Exception {
        try (FidoChannel channel = open(insert())) {
            send(channel, 0x04);
            try (FidoChannel.Hold hold = channel.beginExclusive(soon())) {
                send(channel, 0x04);
                assertEquals(0, send(channel, 0x04)[0], hold::toString);
            }
            send(channel, 0x04);
        }
        assertEquals(List.of(SELECT, GET_INFO, GET_INFO, GET_INFO, GET_INFO), card.apdus());
    }

    @Test
    void selectsAgainAfterAnotherProgramResetTheCard() throws Exception {
        try (FidoChannel channel = open(insert())) {
            send(channel, 0x04);
            otherProgram(other -> other.reconnect(CardHandle.Initialization.UNPOWER));
            assertEquals(0, send(channel, 0x04)[0]);
        }
        assertEquals(List.of(SELECT, GET_INFO, SELECT, GET_INFO), card.apdus());
    }

    @Test
    void deviceHeldByAnotherProgramIsBusy() throws Exception {
        DeviceLink link = insert();
        otherProgram(other -> {
            other.begin();
            try {
                assertProblem(DeviceProblem.BUSY, () -> link.open(Deadline.in(Duration.ofMillis(300))));
            } finally {
                other.end();
            }
        });
        open(link).close();
    }

    @Test
    void cardWithoutAppletHasNoFido() throws Exception {
        applet.answering("00A40400", "6A82");
        DeviceLink link = insert();
        assertProblem(DeviceProblem.NO_FIDO_APPLET, () -> open(link));
    }

    @Test
    void muteCardIsListedButDoesNotOpen() throws Exception {
        DeviceLink link = insert(new byte[] {(byte) 0xFF, (byte) 0xFF}, applet);
        assertEquals("", link.description().fingerprint());
        assertProblem(DeviceProblem.CARD_MUTE, () -> open(link));
    }

    @Test
    void exchangesLongMessagesUnchanged() throws Exception {
        String part = "AB".repeat(256);
        applet.answering("90108000", "9000").answering("80108000", "00" + part.substring(2) + "6100");
        applet.answering("00C0000000", part + "610A").answering("00C000000A", "CD".repeat(10) + "9000");
        try (FidoChannel channel = open(insert())) {
            byte[] answer = channel.exchange(new byte[1200], ExchangeControl.within(soon()));
            assertArrayEquals(HexFormat.of().parseHex("00" + part.substring(2) + part + "CD".repeat(10)), answer);
        }
    }

    @Test
    void usesExtendedApdusIfSupported() throws Exception {
        byte[] atr = HexFormat.of().parseHex("3B8D80018073C021C057597562694B65F9");
        applet.answering("80108000", "00" + "11".repeat(4000) + "9000");
        try (FidoChannel channel = open(insert(atr, applet))) {
            assertEquals(4001, channel.exchange(new byte[7609], ExchangeControl.within(soon())).length);
        }
        assertEquals(2, card.apdus().size());
    }

    @Test
    void unresponsiveCardTimesOut() throws Exception {
        UnaryOperator<byte[]> silent = command -> command[1] == 0x10 ? new byte[0] : applet.apply(command);
        try (FidoChannel channel = open(insert(VpcdCard.ATR, silent))) {
            ExchangeControl shortly = ExchangeControl.within(Deadline.in(Duration.ofMillis(300)));
            assertProblem(DeviceProblem.TIMEOUT, () -> channel.exchange(new byte[] {1}, shortly));
        }
    }

    @Test
    void survivesTheEndOfTheService() throws Exception {
        DeviceLink link = insert();
        try (FidoChannel channel = open(link)) {
            pcscd.killDaemon();
            assertProblem(DeviceProblem.SERVICE_UNAVAILABLE, () -> send(channel, 0x04));
            states.await("an obstacle", state -> state.obstacle().isPresent());
            assertEquals(
                    DeviceProblem.SERVICE_UNAVAILABLE,
                    states.states().getLast().obstacle().orElseThrow().code());
            card.close();
            pcscd.startDaemon();
            states.awaitNoDevice();
            assertThrows(ChannelException.class, () -> send(channel, 0x04));
        }
        try (FidoChannel channel = open(insert())) {
            assertEquals(0, send(channel, 0x04)[0]);
        }
    }

    private DeviceLink insert() throws InterruptedException {
        return insert(VpcdCard.ATR, applet);
    }

    private DeviceLink insert(byte[] atr, UnaryOperator<byte[]> answers) throws InterruptedException {
        card = new VpcdCard(Pcscd.PORT, atr, answers);
        return states.awaitDevice();
    }

    private static FidoChannel open(DeviceLink link) throws ChannelException {
        return link.open(soon());
    }

    private static byte[] send(FidoChannel channel, int command) throws ChannelException {
        return channel.exchange(new byte[] {(byte) command}, ExchangeControl.within(soon()));
    }

    private static Deadline soon() {
        return Deadline.inSeconds(5);
    }

    private static void assertProblem(ProblemCode expected, Call call) {
        ChannelException failure = assertThrows(ChannelException.class, call::run);
        assertEquals(expected, failure.problem().code(), failure::getMessage);
    }

    private static void otherProgram(OtherUse use) throws PcscException {
        CardHandle other = new PcscSystem().connect(READER);
        try {
            use.with(other);
        } finally {
            other.close();
        }
    }

    @FunctionalInterface
    private interface Call {
        void run() throws ChannelException;
    }

    @FunctionalInterface
    private interface OtherUse {
        void with(CardHandle card) throws PcscException;
    }
}
