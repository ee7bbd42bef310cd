import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Compares the artifacts of the target definition with the hashes in the list beside it, which is in the format of {@code
 * sha256sum} with Maven coordinates for names.
 *
 * <pre>
 * java TargetHashes.java TARGET LIST REPOSITORY           verifies them in the local Maven repository
 * java TargetHashes.java TARGET LIST REPOSITORY --write   writes the list anew, to be reviewed and committed
 * </pre>
 *
 * An artifact without a hash, with another one, or one that is no longer in the target definition is a failure.
 */
class TargetHashes {

    public static void main(String[] arguments) throws Exception {
        Map<String, Path> artifacts = artifacts(Path.of(arguments[0]), Path.of(arguments[2]));
        Path list = Path.of(arguments[1]);
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, Path> each : artifacts.entrySet()) {
            found.put(each.getKey(), hash(each.getValue()));
        }
        if (arguments.length > 3 && arguments[3].equals("--write")) {
            StringBuilder lines = new StringBuilder();
            found.forEach((name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
            Files.writeString(list, lines);
            return;
        }
        List<String> faults = faults(found, pinned(list));
        faults.forEach(System.err::println);
        if (!faults.isEmpty()) {
            System.err.println("The artifacts of the target definition are not those whose hashes are in " + list + ".");
            System.exit(1);
        }
    }

    private static Map<String, Path> artifacts(Path target, Path repository) throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(target.toFile())
                .getElementsByTagName("dependency");
        Map<String, Path> artifacts = new TreeMap<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            String group = text(one, "groupId");
            String name = text(one, "artifactId");
            String version = text(one, "version");
            String type = text(one, "type").isEmpty() ? "jar" : text(one, "type");
            String classifier = text(one, "classifier").isEmpty() ? "" : "-" + text(one, "classifier");
            String file = name + "-" + version + classifier + "." + type;
            artifacts.put(
                    group + ":" + file,
                    repository.resolve(group.replace('.', '/')).resolve(name).resolve(version).resolve(file));
        }
        return artifacts;
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static String hash(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static Map<String, String> pinned(Path list) throws IOException {
        Map<String, String> pinned = new TreeMap<>();
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
            String[] parts = line.split("  ", 2);
            pinned.put(parts[1], parts[0]);
        }
        return pinned;
    }

    private static List<String> faults(Map<String, String> found, Map<String, String> pinned) {
        List<String> faults = new ArrayList<>();
        found.forEach((name, hash) -> {
            String wanted = pinned.get(name);
            if (wanted == null) {
                faults.add(name + " has no hash in the list");
            } else if (!wanted.equals(hash)) {
                faults.add(name + " has the hash " + hash + ", not " + wanted);
            }
        });
        pinned.keySet().stream()
                .filter(name -> !found.containsKey(name))
                .forEach(name -> faults.add(name + " is in the list and not in the target definition"));
        return faults;
    }
}
