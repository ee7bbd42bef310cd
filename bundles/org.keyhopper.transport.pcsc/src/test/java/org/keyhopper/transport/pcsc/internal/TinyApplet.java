package org.keyhopper.transport.pcsc.internal;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A minimal FIDO applet that can be selected and responds to getInfo; other responses can be scripted by APDU header.
 */
final class TinyApplet implements UnaryOperator<byte[]> {

    static final String PULL_THE_CARD = "pull";

    private static final String INFO = "00A1018168" + "4649444F5F325F30" + "9000";

    private final Map<String, String> answers =
            new ConcurrentHashMap<>(Map.of("00A40400", "4649444F5F325F309000", "80108000", INFO));

    /** Scripts the response to every APDU that starts with the header. */
    TinyApplet answering(String header, String answer) {
        answers.put(header, answer);
        return this;
    }

    @Override
    public byte[] apply(byte[] command) {
        String hex = HexFormat.of().withUpperCase().formatHex(command);
        String answer = answers.entrySet().stream()
                .filter(entry -> hex.startsWith(entry.getKey()))
                .max((one, other) -> one.getKey().length() - other.getKey().length())
                .map(Map.Entry::getValue)
                .orElse("6D00");
        return PULL_THE_CARD.equals(answer) ? null : HexFormat.of().parseHex(answer);
    }
}
