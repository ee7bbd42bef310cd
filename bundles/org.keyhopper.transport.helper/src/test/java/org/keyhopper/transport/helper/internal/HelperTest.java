package org.keyhopper.transport.helper.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.api.transport.LinkPlace;
import org.keyhopper.testkit.transport.StateRecorder;
import org.keyhopper.transport.helper.HelperEnd;
import org.keyhopper.transport.helper.HelperRefusedException;
import org.keyhopper.transport.helper.internal.wire.FrameChannel;
import org.keyhopper.transport.helper.internal.wire.Handshake;
import org.keyhopper.transport.helper.internal.wire.SharedSecret;

@Timeout(60)
class HelperTest {

    private static final byte[] TOUCH = {FakeTransport.WAIT_FOR_TOUCH};

    private final StateRecorder states = new StateRecorder();
    private HelperRig rig;

    @BeforeEach
    void makeRig() throws Exception {
        rig = new HelperRig();
    }

    @AfterEach
    void closeRig() {
        rig.close();
    }

    @Test
    void linkDescribesTheDeviceOfTheHelper() throws Exception {
        DeviceLink link = device();
        assertEquals("Fake key", link.description().product());
        assertEquals(Optional.of("17"), link.description().serial());
        assertEquals(Optional.of(new LinkPlace("fake", "port 1")), link.alternativeTo());
    }

    @Test
    void channelForwardsAllCalls() throws Exception {
        try (FidoChannel channel = device().open(soon())) {
            try (FidoChannel.Hold hold = channel.beginExclusive(soon())) {
                assertTrue(channel.powerCycle(soon()), hold::toString);
            }
            assertTrue(channel.wink());
        }
        rig.key.await("close");
        assertEquals(List.of("open", "hold", "power", "release", "wink", "close"), rig.key.done);
    }

    @Test
    void longestMessageIsExchanged() throws Exception {
        try (FidoChannel channel = device().open(soon())) {
            assertEquals(0, channel.exchange(new byte[7609], ExchangeControl.within(soon()))[0]);
            ChannelException tooLong = assertThrows(
                    ChannelException.class, () -> channel.exchange(new byte[7610], ExchangeControl.within(soon())));
            assertTrue(tooLong.problem().is(DeviceProblem.PROTOCOL_ERROR));
        }
    }

    @Test
    void touchAndCancelAreForwarded() throws Exception {
        CancelSignal cancel = new CancelSignal();
        List<KeepAlive> states = new ArrayList<>();
        try (FidoChannel channel = device().open(soon())) {
            byte[] answer = channel.exchange(TOUCH, new ExchangeControl(soon(), cancel, state -> {
                states.add(state);
                cancel.cancel();
            }));
            assertArrayEquals(new byte[] {0x2D}, answer);
            assertEquals(List.of(KeepAlive.TOUCH_NEEDED), states);
            assertArrayEquals(new byte[] {0, 4}, channel.exchange(new byte[] {4}, ExchangeControl.within(soon())));
        }
    }

    @Test
    void lostHelperRemovesItsDevicesUntilAnotherConnects() throws Exception {
        CompletableFuture<HelperEnd> first = rig.help();
        rig.insert();
        rig.provider().watch(states);
        DeviceLink link = states.awaitDevice();
        try (FidoChannel channel = link.open(soon())) {
            CompletableFuture<byte[]> answer = touching(channel);
            rig.key.await("exchange 11");
            rig.disconnect();
            assertGone(assertThrows(ExecutionException.class, () -> answer.get(20, TimeUnit.SECONDS))
                    .getCause());
        }
        assertEquals(HelperEnd.CLIENT_LEFT, first.get(20, TimeUnit.SECONDS));
        states.awaitNoDevice();
        rig.key.await("close");
        rig.help();
        assertTrue(states.awaitDevice().description().id().arrival()
                > link.description().id().arrival());
        assertGone(assertThrows(ChannelException.class, () -> link.open(soon())));
    }

    @Test
    void onlyOneClientIsAccepted() throws Exception {
        device();
        assertFalse(Files.exists(rig.place.folder()));
    }

    @Test
    void helperWithoutClientEndsAndDeletesItsFolder() throws Exception {
        assertEquals(HelperEnd.TIMED_OUT, rig.help(Duration.ofMillis(50)).get(20, TimeUnit.SECONDS));
        assertFalse(Files.exists(rig.place.folder()));
    }

    @Test
    void clientWithoutTheSecretIsRejected() throws Exception {
        rig.help();
        try (SocketChannel stranger = SocketChannel.open(UnixDomainSocketAddress.of(rig.place.socket()));
                SharedSecret wrong = SharedSecret.random()) {
            FrameChannel frames = new FrameChannel(stranger, FrameChannel.LIMIT_TO_PRODUCT);
            assertThrows(IOException.class, () -> Handshake.authenticateHelper(frames, wrong));
        }
        rig.insert();
        rig.provider().watch(states);
        states.awaitDevice();
    }

    @Test
    void folderIsPrivateToOneAccount() throws Exception {
        rig.help();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.place.folder())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.place.secret())));
        assertEquals(SharedSecret.LENGTH, Files.size(rig.place.secret()));
    }

    @Test
    void folderReadableByOthersIsNotTrusted() throws Exception {
        rig.help();
        Files.setPosixFilePermissions(rig.place.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        rig.provider().watch(states);
        states.await("a refusal", state -> state.obstacle()
                .filter(problem -> problem.is(DeviceProblem.HELPER_UNUSABLE))
                .isPresent());
    }

    @Test
    void remainsOfAnEarlierHelperAreReplaced() throws Exception {
        Files.createDirectory(
                rig.place.folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(rig.place.secret());
        rig.help();
        rig.insert();
        rig.provider().watch(states);
        states.awaitDevice();
    }

    @Test
    void secondHelperInTheSameFolderIsRefused() {
        rig.help();
        CompletionException refused = assertThrows(CompletionException.class, rig::help);
        assertInstanceOf(HelperRefusedException.class, refused.getCause());
        assertTrue(Files.exists(rig.place.socket()));
    }

    @Test
    void parentWritableByOthersIsRefused() throws Exception {
        Files.setPosixFilePermissions(rig.place.folder().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        CompletionException refused = assertThrows(CompletionException.class, rig::help);
        assertInstanceOf(HelperRefusedException.class, refused.getCause());
    }

    private DeviceLink device() throws InterruptedException {
        rig.help();
        rig.insert();
        rig.provider().watch(states);
        return states.awaitDevice();
    }

    private static CompletableFuture<byte[]> touching(FidoChannel channel) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                answer.complete(channel.exchange(TOUCH, ExchangeControl.within(soon())));
            } catch (ChannelException | RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private static Deadline soon() {
        return Deadline.inSeconds(10);
    }

    private static void assertGone(Throwable failure) {
        ChannelException lost = assertInstanceOf(ChannelException.class, failure);
        assertTrue(lost.problem().is(DeviceProblem.GONE), lost::getMessage);
    }
}
