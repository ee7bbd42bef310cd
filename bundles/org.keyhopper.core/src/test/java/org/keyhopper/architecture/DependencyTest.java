package org.keyhopper.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which bundle may know which other, and where libraries may be used. */
class DependencyTest {

    private static final String OURS = "org.keyhopper.";
    private static final String ANY = "*";

    /** The dependency table of the design. A bundle of a family ("transport.*") may use what its family may. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>();

    static {
        MAY_USE.put("api", Set.of());
        MAY_USE.put("logging", Set.of());
        MAY_USE.put("logging.slf4j", Set.of());
        MAY_USE.put("fido", Set.of("api"));
        MAY_USE.put("escrow", Set.of("api"));
        MAY_USE.put("core", Set.of("api", "fido"));
        MAY_USE.put("network", Set.of("api", "core"));
        MAY_USE.put("central", Set.of("api", "core", "fido"));
        MAY_USE.put("central.client", Set.of("api", "core", "directory.support", "documents", "escrow", "fido"));
        MAY_USE.put("central.portal", Set.of("api", "central", "core", "documents", "texts"));
        MAY_USE.put(
                "central.server",
                Set.of(
                        "api",
                        "central",
                        "central.portal",
                        "core",
                        "documents",
                        "escrow",
                        "fido",
                        "logging",
                        "network",
                        "store",
                        "texts"));
        MAY_USE.put("store", Set.of("api", "central", "core", "escrow"));
        MAY_USE.put("transport.support", Set.of("api"));
        MAY_USE.put("transport.*", Set.of("api", "transport.support"));
        MAY_USE.put("directory.support", Set.of("api"));
        MAY_USE.put("directory.*", Set.of("api", "directory.support"));
        MAY_USE.put("printer.support", Set.of("api"));
        MAY_USE.put("printer.*", Set.of("api", "printer.support"));
        MAY_USE.put("texts", Set.of("api"));
        MAY_USE.put("documents", Set.of("api", "core", "texts"));
        MAY_USE.put("help", Set.of("api", "store", "texts"));
        MAY_USE.put("update", Set.of("api"));
        MAY_USE.put("ui.model", Set.of("api", "core", "documents", "escrow", "texts"));
        MAY_USE.put("ui", Set.of("api", "core", "documents", "help", "support", "texts", "ui.model"));
        MAY_USE.put("support", Set.of("api", "core", "store"));
        MAY_USE.put("keystore", Set.of("api", "core", "store"));
        MAY_USE.put("app", Set.of("api", "core", "rehearsal", "store", "texts", "ui", "ui.model"));
        MAY_USE.put(
                "host",
                Set.of(
                        "api",
                        "core",
                        "documents",
                        "escrow",
                        "help",
                        "rehearsal",
                        "support",
                        "texts",
                        "transport.helper"));
        MAY_USE.put("rehearsal", Set.of("api", "core", "fido", "printer.support", "store"));
        MAY_USE.put("testkit", Set.of("api", "core", "rehearsal"));
        MAY_USE.put("it.tests", Set.of(ANY));
        MAY_USE.put("ui.fakes", Set.of(ANY));
    }

    /** Libraries, and the only bundles that may use them. */
    private static final Map<String, Set<String>> ONLY_IN = new TreeMap<>();

    static {
        ONLY_IN.put("org.eclipse.swt", Set.of("ui", "app", "ui.fakes", "it.tests"));
        ONLY_IN.put("org.eclipse.jface", Set.of("ui", "app", "ui.fakes", "it.tests"));
        ONLY_IN.put("org.eclipse.e4", Set.of("ui", "app", "ui.fakes", "it.tests"));
        ONLY_IN.put(
                "org.eclipse",
                Set.of(
                        "central.server",
                        "ui",
                        "ui.model",
                        "app",
                        "host",
                        "keystore",
                        "update",
                        "ui.fakes",
                        "it.tests"));
        ONLY_IN.put("org.eclipse.equinox.p2", Set.of("update"));
        ONLY_IN.put("org.eclipse.equinox.internal.p2", Set.of("update"));
        ONLY_IN.put(
                "org.osgi.framework",
                Set.of(
                        "central.server",
                        "ui",
                        "app",
                        "help",
                        "host",
                        "store",
                        "support",
                        "texts",
                        "update",
                        "logging",
                        "ui.fakes",
                        "it.tests"));
        ONLY_IN.put("com.yubico", Set.of("fido"));
        ONLY_IN.put("com.webauthn4j", Set.of("fido", "rehearsal"));
        // The store and the updates read and write the access lists of files on Windows.
        ONLY_IN.put("com.sun.jna", Set.of("transport.*", "printer.entrust", "store", "update"));
        ONLY_IN.put("org.hid4java", Set.of("transport.*"));
        // A network encoder's session is the printer driver's: ADR 46.
        ONLY_IN.put("javax.smartcardio", Set.of("transport.*", "printer.sdk"));
        ONLY_IN.put("java.net.http", Set.of("central.client", "central.server", "directory.*"));
        ONLY_IN.put("java.sql", Set.of("store"));
        ONLY_IN.put("org.sqlite", Set.of("store"));
        ONLY_IN.put("picocli", Set.of("central.server", "host"));
        ONLY_IN.put("jakarta.servlet", Set.of("central.server"));
        ONLY_IN.put("jakarta.ws.rs", Set.of("central.portal", "central.server"));
        ONLY_IN.put("org.glassfish", Set.of("central.portal", "central.server"));
        ONLY_IN.put("org.eclipse.jetty", Set.of("central.server"));
        ONLY_IN.put("com.nimbusds", Set.of("central.client", "central.server"));
        ONLY_IN.put("io.micrometer", Set.of("central.server"));
        ONLY_IN.put("org.commonmark", Set.of("help"));
        ONLY_IN.put("org.bouncycastle", Set.of("central.server", "escrow", "fido", "rehearsal", "store"));
        ONLY_IN.put("com.lowagie", Set.of("documents"));
        ONLY_IN.put(
                "com.google.gson",
                Set.of(
                        "central.client",
                        "central.portal",
                        "central.server",
                        "directory.*",
                        "printer.*",
                        "documents",
                        "host",
                        "rehearsal",
                        "store",
                        "support",
                        "update",
                        "it.tests"));
    }

    @Test
    void everyBundleStandsInTheTable() {
        Set<String> unknown = new TreeSet<>();
        Sources.all().stream()
                .map(SourceFile::bundle)
                .filter(bundle -> rule(MAY_USE, bundle).isEmpty())
                .forEach(unknown::add);
        assertEquals(Set.of(), unknown, "say in the table what these may use");
    }

    @Test
    void bundlesUseOnlyThoseTheyMay() {
        List<String> wrong = new ArrayList<>();
        for (SourceFile file : Sources.all()) {
            Set<String> allowed = rule(MAY_USE, file.bundle()).orElse(Set.of());
            for (String line : file.imports()) {
                bundleOf(line)
                        .filter(other -> !other.equals(file.bundle()))
                        .filter(other -> !allowed.contains(other) && !allowed.contains(ANY))
                        .ifPresent(other -> wrong.add(file.name() + " uses " + line));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void nobodyLooksIntoTheInsideOfAnother() {
        List<String> wrong = new ArrayList<>();
        for (SourceFile file : Sources.all()) {
            for (String line : file.imports()) {
                boolean inside = line.startsWith(OURS) && line.contains(".internal.");
                if (inside && bundleOf(line).filter(file.bundle()::equals).isEmpty()) {
                    wrong.add(file.name() + " uses " + line);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void librariesStayWhereTheyBelong() {
        List<String> wrong = new ArrayList<>();
        for (SourceFile file : Sources.all()) {
            for (String line : file.imports()) {
                library(line)
                        .filter(library -> !matches(ONLY_IN.get(library), file.bundle()))
                        .ifPresent(library -> wrong.add(file.name() + " uses " + line));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void librariesAreNotNamedPastTheImportsEither() {
        List<String> wrong = new ArrayList<>();
        for (SourceFile file : Sources.all()) {
            String code = file.text().replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*|\"[^\"\\n]*\"", "");
            for (String library : ONLY_IN.keySet()) {
                boolean named = code.contains(" " + library + ".") || code.contains("(" + library + ".");
                if (named && library(library + ".x").isPresent() && !matches(ONLY_IN.get(library), file.bundle())) {
                    wrong.add(file.name() + " names " + library);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theTableHasNoCircle() {
        MAY_USE.forEach((bundle, used) -> assertTrue(
                used.stream()
                        .noneMatch(
                                other -> rule(MAY_USE, other).orElse(Set.of()).contains(bundle)),
                bundle + " and one that it uses know each other"));
    }

    /** Returns the longest library prefix that the import falls under. */
    private static Optional<String> library(String line) {
        return ONLY_IN.keySet().stream()
                .filter(prefix -> line.startsWith(prefix + "."))
                .max(Comparator.comparingInt(String::length));
    }

    private static Optional<String> bundleOf(String line) {
        if (!line.startsWith(OURS)) {
            return Optional.empty();
        }
        String rest = line.substring(OURS.length());
        return Sources.all().stream()
                .map(SourceFile::bundle)
                .distinct()
                .filter(bundle -> rest.startsWith(bundle + "."))
                .max(Comparator.comparingInt(String::length));
    }

    private static Optional<Set<String>> rule(Map<String, Set<String>> rules, String bundle) {
        return Optional.ofNullable(rules.getOrDefault(bundle, rules.get(family(bundle))));
    }

    private static boolean matches(Set<String> bundles, String bundle) {
        return bundles.contains(bundle) || bundles.contains(family(bundle));
    }

    private static String family(String bundle) {
        int dot = bundle.indexOf('.');
        return dot < 0 ? bundle : bundle.substring(0, dot) + ".*";
    }
}
