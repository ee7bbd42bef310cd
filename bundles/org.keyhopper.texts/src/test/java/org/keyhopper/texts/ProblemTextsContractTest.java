package org.keyhopper.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.update.DropInProblem;
import org.keyhopper.api.update.UpdateProblem;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.run.Demand;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.escrow.EscrowProblem;
import org.keyhopper.testkit.texts.TextsContract;

/** The texts of the product's own codes. */
class ProblemTextsContractTest extends TextsContract {

    private static final Pattern JARGON = Pattern.compile(
            "CTAP|AAGUID|APDU|HID|PC/SC|HTTP|applet|token|assertion|attestation|credential|enrol|throttl|retries",
            Pattern.CASE_INSENSITIVE);

    ProblemTextsContractTest() {
        super(ProblemTexts.class, "org/keyhopper/texts/problems");
    }

    @Override
    protected Stream<ProblemCode> codes() {
        return Stream.of(
                        DeviceProblem.values(),
                        MetadataProblem.values(),
                        DirectoryProblem.values(),
                        PrinterProblem.values(),
                        RunProblem.values(),
                        CentralProblem.values(),
                        EscrowProblem.values(),
                        CentralConnectionProblem.values(),
                        UpdateProblem.values(),
                        DropInProblem.values(),
                        PolicyProblem.values(),
                        NetworkProblem.values())
                .flatMap(Arrays::stream);
    }

    @Override
    protected Set<String> otherKeys() {
        Set<String> keys =
                new TreeSet<>(List.of("unknown.title", "unknown.cause", "unknown.action", "argument.missing"));
        words().forEach(id -> keys.add("words." + id));
        return keys;
    }

    private static Stream<String> words() {
        Stream<String> outages = Stream.of(
                        DirectoryProblem.UNREACHABLE,
                        DirectoryProblem.NO_ANSWER,
                        DirectoryProblem.THROTTLED,
                        DirectoryProblem.SERVER_ERROR)
                .map(DirectoryProblem::id);
        return Stream.of(
                        Arrays.stream(SettingFault.values()).map(SettingFault::id),
                        Arrays.stream(Demand.values()).map(Demand::id),
                        outages)
                .flatMap(ids -> ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void titlesAreFreeOfJargon(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                ProblemTexts.class.getResourceAsStream("problems" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        assertEquals(
                List.of(),
                texts.stringPropertyNames().stream()
                        .filter(key -> key.endsWith(".title"))
                        .filter(key -> JARGON.matcher(texts.getProperty(key)).find())
                        .toList());
    }
}
