package org.keyhopper.transport.helper.internal.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;

class CodecTest {

    private static final LinkId STAY = new LinkId("hid", "/dev/hidraw3", 7);

    static Stream<Request> requests() {
        return Stream.of(
                new Request.Open(1, STAY, 5000),
                new Request.Exchange(2, 3, 60_000, true, new byte[] {4}),
                new Request.Cancel(2, 3),
                new Request.Hold(2, 0),
                new Request.Release(2),
                new Request.PowerCycle(2, 1),
                new Request.Wink(Integer.MAX_VALUE),
                new Request.Close(-1));
    }

    static Stream<Reply> replies() {
        Problem problem = new Problem(DeviceProblem.PIN_INVALID, List.of("7", "ä"), "words");
        return Stream.of(
                new Reply.Links(List.of()),
                new Reply.Links(List.of(described(Optional.of("17")), described(Optional.empty()))),
                new Reply.Alive(1, KeepAlive.TOUCH_NEEDED),
                new Reply.Answered(1, new byte[] {0, 1, 2}),
                new Reply.Done(1, false),
                new Reply.Failed(1, problem),
                new Reply.Failed(1, Problem.of(() -> "other.code")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestRoundTrip(Request request) throws Exception {
        byte[] frame = RequestCodec.encode(request);
        assertArrayEquals(frame, RequestCodec.encode(RequestCodec.decode(frame)));
        assertEquals(request.getClass(), RequestCodec.decode(frame).getClass());
    }

    @ParameterizedTest
    @MethodSource("replies")
    void replyRoundTrip(Reply reply) throws Exception {
        byte[] frame = ReplyCodec.encode(reply);
        assertArrayEquals(frame, ReplyCodec.encode(ReplyCodec.decode(frame)));
        assertEquals(reply.getClass(), ReplyCodec.decode(frame).getClass());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void truncatedOrExtendedRequestIsMalformed(Request request) {
        byte[] frame = RequestCodec.encode(request);
        for (int length = 0; length < frame.length; length++) {
            byte[] cut = Arrays.copyOf(frame, length);
            assertThrows(MalformedMessage.class, () -> RequestCodec.decode(cut));
        }
        assertThrows(MalformedMessage.class, () -> RequestCodec.decode(Arrays.copyOf(frame, frame.length + 1)));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void truncatedOrExtendedReplyIsMalformed(Reply reply) {
        byte[] frame = ReplyCodec.encode(reply);
        for (int length = 0; length < frame.length; length++) {
            byte[] cut = Arrays.copyOf(frame, length);
            assertThrows(MalformedMessage.class, () -> ReplyCodec.decode(cut));
        }
        assertThrows(MalformedMessage.class, () -> ReplyCodec.decode(Arrays.copyOf(frame, frame.length + 1)));
    }

    @Test
    void noiseIsDecodedOrMalformed() throws Exception {
        Random random = new Random(20_26);
        int readable = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[1 + random.nextInt(40)];
            random.nextBytes(noise);
            noise[0] = (byte) random.nextInt(10);
            readable += isReadable(noise) ? 1 : 0;
        }
        assertEquals(true, readable > 0);
    }

    @Test
    void invalidValuesAreMalformed() {
        assertMalformed(new Request.Exchange(1, 1, 1, false, new byte[7610]));
        assertMalformed(new Request.Exchange(1, 1, 1, false, new byte[0]));
        assertMalformed(new Request.Hold(1, -1));
        assertMalformed(new Request.Hold(1, Long.MAX_VALUE));
    }

    @Test
    void longTextsAndListsAreTruncated() throws Exception {
        Reply.Links many = new Reply.Links(IntStream.range(0, 300)
                .mapToObj(i -> described(Optional.empty()))
                .toList());
        assertEquals(many, ReplyCodec.decode(ReplyCodec.encode(many)));
        assertEquals(Reply.Links.MAX_LINKS, many.links().size());
        Problem wordy = Problem.of(DeviceProblem.GONE).withDetail("x".repeat(100_000));
        Reply.Failed cut = (Reply.Failed) ReplyCodec.decode(ReplyCodec.encode(new Reply.Failed(1, wordy)));
        assertEquals(500, cut.problem().detail().length());
    }

    private static boolean isReadable(byte[] noise) {
        try {
            RequestCodec.decode(noise);
            return true;
        } catch (MalformedMessage malformed) {
            return false;
        }
    }

    private static void assertMalformed(Request request) {
        assertThrows(MalformedMessage.class, () -> RequestCodec.decode(RequestCodec.encode(request)));
    }

    private static LinkDescription described(Optional<String> serial) {
        return new LinkDescription(STAY, DeviceKind.USB_KEY, "Maker Key", serial, "1209:4b48");
    }
}
