package org.keyhopper.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.printer.Commissioning;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.ui.model.automatic.AutomaticAction;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.manual.ManualAction;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern USED = Pattern.compile("text\\(\\s*\"([a-z][A-Za-z.]+[A-Za-z])\"");

    @Test
    void germanHasTheSameKeysAndPlaceholdersAsEnglish() throws IOException {
        Properties english = texts("");
        Properties german = texts("_de");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(german.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(placeholders(english.getProperty(key)), placeholders(german.getProperty(key)), key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void everyTextIsAValidMessageFormat(String language) throws IOException {
        Properties texts = texts(language);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            assertFalse(text.replace("''", "").contains("'"), key);
            assertEquals(text.strip(), text, key);
            boolean counted = text.contains(",choice,");
            Object[] arguments = {counted ? 2 : "a", counted ? 2 : "b", counted ? 2 : "c", "d", "e"};
            assertFalse(new MessageFormat(text, Locale.ROOT).format(arguments).contains("{"), key);
        }
    }

    @Test
    void everyDisplayedEnumConstantHasAText() throws IOException {
        Set<String> keys = texts("").stringPropertyNames();
        Stream.of(
                        names("outcome.", Outcome.values()),
                        names("done.", Outcome.values()),
                        names("place.", Perspective.values()),
                        names("action.", ManualAction.values()),
                        names("devices.action.", DeviceAction.values()),
                        names("devices.kind.", DeviceKind.values()),
                        names("inventory.state.", InventoryEntry.State.values()),
                        names("fact.fingerprint.", DeviceDetails.BuiltInVerification.values()),
                        names("requestState.", ProvisioningRequest.State.values()),
                        names("automaticAction.", AutomaticAction.values()),
                        names("laneAction.", PrinterChoice.values()),
                        names("encoder.", Encoder.values()),
                        names("driver.source.", Provenance.Source.values()),
                        names("driver.tested.", Provenance.TestedOn.values()),
                        names("driver.commands.", Provenance.Evidence.values()),
                        names("teach.stage.", Commissioning.Stage.values()),
                        Stream.of(ReadinessCheck.Subject.values())
                                .flatMap(subject -> names("check." + subject + ".", ReadinessCheck.State.values())),
                        Stream.of(CeremonyStep.values()).map(step -> "step." + step.id()),
                        Stream.of(CeremonyStep.values()).map(step -> "step." + step.id() + ".done"))
                .flatMap(names -> names)
                .forEach(key -> assertTrue(keys.contains(key), key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../org.keyhopper.ui.model", "../org.keyhopper.ui", "../org.keyhopper.app"})
    void everyKeyUsedInTheSourcesExists(String bundle) throws IOException {
        Set<String> keys = texts("").stringPropertyNames();
        try (Stream<Path> files = Files.walk(Path.of(bundle, "src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertFalse(sources.isEmpty());
            for (Path source : sources) {
                for (MatchResult used :
                        USED.matcher(Files.readString(source)).results().toList()) {
                    String key = used.group(1);
                    assertTrue(keys.contains(key), () -> source + ": " + key);
                }
            }
        }
    }

    @Test
    void missingTranslationFallsBackToEnglish() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals("Requests", Messages.in(Locale.JAPAN).text("place.REQUESTS"));
            assertEquals("Aufträge", Messages.in(Locale.GERMANY).text("place.REQUESTS"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Stream<String> names(String prefix, Enum<?>... values) {
        return Stream.of(values).map(value -> prefix + value.name());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                assertFalse(containsKey(key), () -> "twice: " + key);
                return super.put(key, value);
            }
        };
        try (Reader reader = new InputStreamReader(
                Messages.class.getResourceAsStream("messages" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
