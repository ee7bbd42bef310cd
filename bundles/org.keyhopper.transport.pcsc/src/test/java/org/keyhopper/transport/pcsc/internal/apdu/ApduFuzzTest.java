package org.keyhopper.transport.pcsc.internal.apdu;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.testkit.fuzz.Fuzz;

/** Answers that a card sends: each is a length of two bytes and as many bytes; the last one is repeated. */
class ApduFuzzTest {

    private static final List<byte[]> CORPUS = Stream.of(
                    "000A4649444F5F325F309000" + "0005000102039000",
                    "000A4649444F5F325F309000" + "0003019100" + "0005000102039000",
                    "000A4649444F5F325F309000" + "000401026102" + "000403049000",
                    "00026A82",
                    "00026C08" + "000A4649444F5F325F309000" + "00026700" + "0005000102039000")
            .map(HexFormat.of()::parseHex)
            .toList();

    @Test
    void answersAreReadOrRefused() {
        Fuzz.assertIsReadOrRefused("apdu", CORPUS, ApduFuzzTest::read);
    }

    private static void read(byte[] input) {
        AtrCapabilities.extendedLength(input);
        AtrCapabilities.contactless(input);
        NfcCtap ctap = new NfcCtap(new Card(input), new CardTraits(input.length % 2 == 0), Duration.ZERO);
        try {
            ctap.select();
            ctap.exchange(new byte[] {4}, ExchangeControl.within(Deadline.inSeconds(5)));
        } catch (ChannelException declared) {
            return;
        }
    }

    /** A card that falls silent after some answers. */
    private static final class Card implements ApduLink {

        private static final int MOST_ANSWERS = 300;

        private final byte[] script;
        private int at;
        private int answers;

        Card(byte[] script) {
            this.script = script;
        }

        @Override
        public byte[] transmit(byte[] command) throws ChannelException {
            answers++;
            if (answers > MOST_ANSWERS) {
                throw new ChannelException(Problem.of(DeviceProblem.GONE));
            }
            if (at + 2 > script.length) {
                return new byte[] {(byte) 0x90, 0};
            }
            int length = Math.min((script[at] & 0x0F) << 8 | script[at + 1] & 0xFF, script.length - at - 2);
            byte[] answer = Arrays.copyOfRange(script, at + 2, at + 2 + length);
            at += 2 + length;
            return answer;
        }
    }
}
