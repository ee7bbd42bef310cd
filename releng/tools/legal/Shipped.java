import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * One bundle as it lies in the folder {@code plugins} of a product.
 *
 * @param declared what Bundle-License says, if anything
 * @param origin the Maven artifact it was made of; empty for our own
 * @param texts the licence and notice files inside, by their names
 * @param contained artifacts that were packed into it, as {@code group:artifact:version}
 */
record Shipped(
        Path jar,
        String id,
        String version,
        String name,
        Optional<String> declared,
        Optional<Artifact> origin,
        Map<String, String> texts,
        List<String> contained) {

    private static final Pattern LEGAL = Pattern.compile(
            "(?i)(.*/)?(about\\.html|about_files/.+|[^/]*(licen[cs]e|notice)[^/]*)");

    static List<Shipped> in(Path product) throws IOException {
        Map<String, Artifact> origins = Artifact.ofProfile(product);
        List<Shipped> all = new ArrayList<>();
        try (var jars = Files.list(product.resolve("plugins"))) {
            for (Path jar : jars.sorted().toList()) {
                all.add(read(jar, origins));
            }
        }
        return all;
    }

    boolean isOurs() {
        return id.startsWith("org.keyhopper.");
    }

    private static Shipped read(Path path, Map<String, Artifact> origins) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            Attributes main = jar.getManifest().getMainAttributes();
            String id = main.getValue("Bundle-SymbolicName").split(";")[0].strip();
            String name = Optional.ofNullable(main.getValue("Bundle-Name")).orElse(id);
            Optional<Artifact> origin = Optional.ofNullable(origins.get(id));
            return new Shipped(
                    path,
                    id,
                    main.getValue("Bundle-Version"),
                    name.startsWith("%") ? id : name,
                    Optional.ofNullable(main.getValue("Bundle-License")),
                    origin,
                    texts(jar),
                    contained(jar, origin));
        }
    }

    private static Map<String, String> texts(JarFile jar) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (JarEntry entry : JarEntry.of(jar)) {
            if (LEGAL.matcher(entry.name()).matches()) {
                texts.put(entry.name(), entry.text());
            }
        }
        return texts;
    }

    private static List<String> contained(JarFile jar, Optional<Artifact> origin) throws IOException {
        List<String> found = new ArrayList<>();
        for (JarEntry entry : JarEntry.of(jar)) {
            if (entry.name().matches("META-INF/maven/.*/pom\\.properties")) {
                var properties = new Properties();
                properties.load(new StringReader(entry.text()));
                String artifact = properties.getProperty("artifactId");
                if (origin.isPresent() && !origin.get().artifact().equals(artifact)) {
                    found.add(properties.getProperty("groupId") + ":" + artifact + ":" + properties.getProperty("version"));
                }
            }
        }
        return found;
    }

    /** A file inside, with its text. */
    private record JarEntry(String name, String text) {

        static List<JarEntry> of(JarFile jar) throws IOException {
            List<JarEntry> all = new ArrayList<>();
            for (ZipEntry entry : Collections.list(jar.entries())) {
                boolean wanted = !entry.isDirectory() && !entry.getName().endsWith(".class") && entry.getSize() < 200_000;
                if (wanted && (LEGAL.matcher(entry.getName()).matches() || entry.getName().endsWith("pom.properties"))) {
                    all.add(new JarEntry(entry.getName(), new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
            return all;
        }
    }
}
