package org.keyhopper.transport.hid.internal.ctaphid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.testkit.fuzz.Fuzz;

/** Reports that a device sends. */
class CtapHidFuzzTest {

    private static final int REPORT = 64;
    private static final int CHANNEL = 7;

    @Test
    void reportsAreReadOrRefused() {
        Fuzz.assertIsReadOrRefused("ctaphid", corpus(), CtapHidFuzzTest::read);
    }

    private static List<byte[]> corpus() {
        List<byte[]> all = new ArrayList<>();
        for (int length : new int[] {0, 1, 17, 57, 58, 200, 1200}) {
            List<byte[]> packets = Packets.of(CHANNEL, new HidMessage(0x10, new byte[length]), REPORT);
            byte[] joined = new byte[packets.size() * REPORT];
            for (int i = 0; i < packets.size(); i++) {
                System.arraycopy(packets.get(i), 0, joined, i * REPORT, Math.min(REPORT, packets.get(i).length));
            }
            all.add(joined);
        }
        return all;
    }

    private static void read(byte[] input) {
        MessageAssembly assembly = new MessageAssembly(CHANNEL);
        for (int at = 0; at < input.length; at += REPORT) {
            try {
                Optional<HidMessage> whole =
                        assembly.add(Arrays.copyOfRange(input, at, Math.min(input.length, at + REPORT)));
                if (whole.isPresent() && InitResponse.answers(whole.get(), new byte[InitResponse.NONCE_LENGTH])) {
                    InitResponse.in(whole.get());
                }
            } catch (ChannelException declared) {
                continue;
            }
        }
    }
}
