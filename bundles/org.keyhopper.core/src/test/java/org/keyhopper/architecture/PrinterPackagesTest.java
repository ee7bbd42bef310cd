package org.keyhopper.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The packages of the bundles with printer drivers (ADR 33). Reads the sources: these bundles are built after this one, so
 * their classes may be missing or old when this test runs.
 */
class PrinterPackagesTest {

    /** A package uses only those after it. */
    private static final List<String> ORDER = List.of("driver", "printer", "session", "protocol", "status");

    /** A program that runs in a process of its own: it uses none of the others, and only the protocol starts it. */
    private static final String COMPANION = "companion";

    private static final Map<String, Set<String>> MISSING = Map.of("printer.manual", Set.of("protocol", "status"));
    private static final Map<String, Set<String>> ADDITIONAL = Map.of("printer.sdk", Set.of(COMPANION));

    private static final Pattern USE = Pattern.compile("\\borg\\.keyhopper\\.(printer\\.[a-z]+)\\.([a-z]+)\\.");

    @Test
    void everyBundleHasTheFivePackages() {
        Map<String, Set<String>> actual = new TreeMap<>();
        drivers().forEach(file -> actual.computeIfAbsent(file.bundle(), bundle -> new TreeSet<>())
                .add(packageOf(file)));
        assertTrue(actual.size() >= 5, actual::toString);
        Map<String, Set<String>> expected = new TreeMap<>();
        for (String bundle : actual.keySet()) {
            Set<String> packages = new TreeSet<>(ORDER);
            packages.removeAll(MISSING.getOrDefault(bundle, Set.of()));
            packages.addAll(ADDITIONAL.getOrDefault(bundle, Set.of()));
            expected.put(bundle, packages);
        }
        assertEquals(expected, actual);
    }

    @Test
    void packagesUseOnlyThoseAfterThem() {
        Set<String> wrong = new TreeSet<>();
        drivers().forEach(file -> USE.matcher(file.text())
                .results()
                .filter(use -> use.group(1).equals(file.bundle()))
                .map(use -> use.group(2))
                .filter(used -> !mayUse(packageOf(file), used))
                .forEach(used -> wrong.add(file.name() + " uses " + used)));
        assertEquals(Set.of(), wrong);
    }

    private static boolean mayUse(String user, String used) {
        if (user.equals(used)) {
            return true;
        }
        return used.equals(COMPANION)
                ? user.equals("protocol")
                : ORDER.contains(user) && ORDER.indexOf(user) < ORDER.indexOf(used);
    }

    @Test
    void everyPackageIsDescribed() {
        Set<String> undescribed = drivers().map(SourceFile::packageName).collect(Collectors.toCollection(TreeSet::new));
        drivers().filter(SourceFile::isPackageInfo).map(SourceFile::packageName).forEach(undescribed::remove);
        assertEquals(Set.of(), undescribed);
    }

    @Test
    void everyBundleHasAReadme() {
        Set<String> without = drivers()
                .map(SourceFile::bundle)
                .filter(bundle -> !Files.exists(
                        Sources.bundles().resolve("org.keyhopper." + bundle).resolve("README.md")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), without);
    }

    private static Stream<SourceFile> drivers() {
        return Sources.all().stream()
                .filter(file -> file.bundle().startsWith("printer."))
                .filter(file -> !file.bundle().equals("printer.support"));
    }

    /** Returns the package without that of the bundle; the whole name for a class that is elsewhere. */
    private static String packageOf(SourceFile file) {
        String bundle = "org.keyhopper." + file.bundle() + ".";
        return file.packageName().startsWith(bundle)
                ? file.packageName().substring(bundle.length())
                : file.packageName();
    }
}
