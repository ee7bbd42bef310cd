import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Takes out of the records of p2 what differs between two builds of one commit: times, the folder of the build, and the order of sets.
 *
 * <pre>
 * java Reproducible.java site FOLDER       an update site, before it is signed
 * java Reproducible.java products FOLDER   all products in it
 * </pre>
 *
 * The time is that in SOURCE_DATE_EPOCH; without it, nothing is done.
 */
class Reproducible {

    /** In place of the folder of the build. At its first start a product replaces it by where it is, since its profile is roaming. */
    private static final String FOLDER = "/keyhopper";

    private static final long INSTALLING_MILLIS = 600_000;

    private static final Pattern TIMESTAMP = Pattern.compile("(<property name='p2.timestamp' value=')\\d+'");
    private static final Pattern IN_A_SET = Pattern.compile("\\s*<(provided namespace='java\\.package' |property name='[^>]*).*/>");
    private static final Pattern UNZIPPED = Pattern.compile("(<property name='unzipped\\|[^']*' value=')([^']*)\\|'");
    private static final Pattern ARTIFACT = Pattern.compile("    <artifact .*?</artifact>\n", Pattern.DOTALL);

    private final Instant time;

    private Reproducible(Instant time) {
        this.time = time;
    }

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        if (epoch == null) {
            return;
        }
        Reproducible run = new Reproducible(Instant.ofEpochSecond(Long.parseLong(epoch)));
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("site")) {
            run.site(folder);
        } else {
            run.products(folder);
        }
    }

    private void site(Path site) throws IOException, NoSuchAlgorithmException {
        String artifacts = text(site.resolve("artifacts.jar"), "artifacts.xml");
        artifacts = binaries(site.resolve("binary"), artifacts);
        write(site.resolve("artifacts.jar"), "artifacts.xml", timed(artifacts));
        Path content = site.resolve("content.jar");
        write(content, "content.xml", timed(sorted(text(content, "content.xml"))));
    }

    private String binaries(Path folder, String artifacts) throws IOException, NoSuchAlgorithmException {
        for (Path binary : list(folder, name -> true)) {
            byte[] content = zip(entries(Files.readAllBytes(binary)));
            Files.write(binary, content);
            artifacts = described(artifacts, binary.getFileName().toString(), content);
        }
        return artifacts;
    }

    /** Describes an artifact with its new size and checksums. */
    private static String described(String artifacts, String name, byte[] content) throws NoSuchAlgorithmException {
        String id = name.substring(0, name.lastIndexOf('_'));
        StringBuilder all = new StringBuilder();
        Matcher each = ARTIFACT.matcher(artifacts);
        while (each.find()) {
            String artifact = each.group();
            if (artifact.contains("classifier='binary' id='" + id + "'")) {
                for (String digest : List.of("SHA-512", "SHA-1", "SHA-256", "MD5")) {
                    artifact = property(artifact, "download.checksum." + digest.toLowerCase(), hash(digest, content));
                }
                artifact = property(artifact, "download.size", Integer.toString(content.length));
                artifact = property(artifact, "artifact.size", Integer.toString(content.length));
            }
            each.appendReplacement(all, Matcher.quoteReplacement(artifact));
        }
        return each.appendTail(all).toString();
    }

    private static String property(String artifact, String name, String value) {
        return artifact.replaceAll(
                "(name='" + Pattern.quote(name) + "' value=')[^']*'", "$1" + Matcher.quoteReplacement(value) + "'");
    }

    private static String hash(String digest, byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(digest).digest(content));
    }

    private void products(Path folder) throws IOException, NoSuchAlgorithmException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(file -> file.endsWith("configuration/config.ini"))
                    .map(file -> file.getParent().getParent())
                    .toList();
        }
        for (Path product : all) {
            product(product);
        }
    }

    private void product(Path product) throws IOException, NoSuchAlgorithmException {
        replace(product.resolve("configuration/config.ini"), text -> text.replaceFirst("(?m)^#\\w{3} \\w{3} \\d\\d .*\\R", ""));
        replace(
                product.resolve("configuration/org.eclipse.update/platform.xml"),
                text -> text.replaceFirst("<config date=\"\\d+\"", "<config date=\"" + time.toEpochMilli() + "\""));
        replace(product.resolve("artifacts.xml"), text -> timed(sortedArtifacts(text)));
        for (Path state : list(product.resolve("configuration/org.eclipse.osgi"), name -> name.startsWith("framework.info"))) {
            installed(state);
        }
        Path cache = product.resolve("p2/org.eclipse.equinox.p2.core/cache");
        if (Files.exists(cache.resolve("artifacts.xml"))) {
            String artifacts = binaries(cache.resolve("binary"), Files.readString(cache.resolve("artifacts.xml")));
            Files.writeString(cache.resolve("artifacts.xml"), timed(sortedArtifacts(artifacts)));
        }
        // The repositories of the build exist on the computer that built only.
        for (String kind : List.of("artifact", "metadata")) {
            Files.deleteIfExists(product.resolve(
                    "p2/org.eclipse.equinox.p2.engine/.settings/org.eclipse.equinox.p2." + kind + ".repository.prefs"));
        }
        for (Path profile : list(product.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry"), name -> name.endsWith(".profile"))) {
            profile(product, profile);
        }
        try (Stream<Path> files = Files.walk(product)) {
            for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).sorted(Comparator.reverseOrder()).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    /** The framework remembers when it installed each bundle, in milliseconds: times shortly before it wrote that down. */
    private void installed(Path state) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(state));
        long written = Files.getLastModifiedTime(state).toMillis();
        for (int at = 0; at <= content.limit() - Long.BYTES; at++) {
            long value = content.getLong(at);
            if (value > written - INSTALLING_MILLIS && value <= written) {
                content.putLong(at, time.toEpochMilli());
            }
        }
        Files.write(state, content.array());
    }

    /** The states of a profile are named by the time of their making, in their order. */
    private void profile(Path product, Path profile) throws IOException {
        long number = time.toEpochMilli();
        for (Path state : list(profile, name -> name.endsWith(".profile.gz"))) {
            String text;
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(state))) {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            text = sorted(unzipped(text.replace(product.toAbsolutePath().toString(), FOLDER)))
                    .replaceFirst("(<profile id='[^']*' timestamp=')\\d+'", "$1" + number + "'");
            Files.delete(state);
            try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(profile.resolve(number + ".profile.gz")))) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            number++;
        }
    }

    /** Sorts the files that came out of a zip file, which are in its order. */
    private static String unzipped(String text) {
        return UNZIPPED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                        + Stream.of(found.group(2).split("\\|")).sorted().collect(Collectors.joining("|", "", "|'"))));
    }

    private String timed(String text) {
        return TIMESTAMP.matcher(text).replaceFirst("$1" + time.toEpochMilli() + "'");
    }

    /** Sorts the Java packages, and the properties, that follow each other, which p2 writes in the order of a hash table. */
    private static String sorted(String text) {
        List<String> lines = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (IN_A_SET.matcher(line).matches()) {
                run.add(line);
            } else {
                run.stream().sorted().forEach(lines::add);
                run.clear();
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    private static String sortedArtifacts(String text) {
        List<String> artifacts = ARTIFACT.matcher(text).results().map(found -> found.group()).sorted().toList();
        if (artifacts.isEmpty()) {
            return text;
        }
        int from = text.indexOf(ARTIFACT.matcher(text).results().findFirst().orElseThrow().group());
        int to = from + artifacts.stream().mapToInt(String::length).sum();
        return text.substring(0, from) + String.join("", artifacts) + text.substring(to);
    }

    private interface Change {
        String of(String text);
    }

    private static void replace(Path file, Change change) throws IOException {
        if (Files.exists(file)) {
            Files.writeString(file, change.of(Files.readString(file)));
        }
    }

    private static List<Path> list(Path folder, java.util.function.Predicate<String> wanted) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> wanted.test(file.getFileName().toString())).sorted().toList();
        }
    }

    private static String text(Path jar, String entry) throws IOException {
        return new String(entries(Files.readAllBytes(jar)).get(entry), StandardCharsets.UTF_8);
    }

    private void write(Path jar, String entry, String text) throws IOException {
        Files.write(jar, zip(new TreeMap<>(Map.of(entry, text.getBytes(StandardCharsets.UTF_8)))));
    }

    private static TreeMap<String, byte[]> entries(byte[] zip) throws IOException {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private byte[] zip(TreeMap<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
                out.putNextEntry(entry);
                out.write(each.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
