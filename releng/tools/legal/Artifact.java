import java.io.FileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A Maven artifact, as the product's own p2 profile names it. */
record Artifact(String group, String artifact, String version) {

    private static final Path REPOSITORY = Path.of(
            System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));

    /** By symbolic name, out of the newest profile of the product. */
    static Map<String, Artifact> ofProfile(Path product) throws IOException {
        Path profile;
        try (Stream<Path> files = Files.walk(product.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry"), 2)) {
            profile = files.filter(each -> each.toString().endsWith(".profile.gz")).max(Path::compareTo).orElseThrow();
        }
        Map<String, Artifact> found = new HashMap<>();
        try (var in = new GZIPInputStream(Files.newInputStream(profile))) {
            NodeList units = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getElementsByTagName("unit");
            for (int i = 0; i < units.getLength(); i++) {
                Element unit = (Element) units.item(i);
                Map<String, String> properties = properties(unit);
                of(properties, "maven-wrapped-").or(() -> of(properties, "maven-"))
                        .ifPresent(artifact -> found.put(unit.getAttribute("id"), artifact));
            }
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new IOException(e);
        }
        return found;
    }

    /** What comes out of our own build has no wrapper and no repository. */
    private static Optional<Artifact> of(Map<String, String> properties, String prefix) {
        boolean foreign = prefix.contains("wrapped") || "central".equals(properties.get("maven-repository"));
        return Optional.ofNullable(properties.get(prefix + "groupId"))
                .filter(group -> foreign)
                .map(group -> new Artifact(group, properties.get(prefix + "artifactId"), properties.get(prefix + "version")));
    }

    private static Map<String, String> properties(Element unit) {
        NodeList nodes = unit.getElementsByTagName("property");
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element property = (Element) nodes.item(i);
            properties.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        return properties;
    }

    /** The names and addresses of the licences in its POM, or in the nearest parent that states any. */
    List<License> licences() {
        Model model = model();
        if (model == null || !model.getLicenses().isEmpty()) {
            return model == null ? List.of() : model.getLicenses();
        }
        Parent parent = model.getParent();
        return parent == null ? List.of() : new Artifact(parent.getGroupId(), parent.getArtifactId(), parent.getVersion()).licences();
    }

    /** Where its sources and its makers are, as its POM says; may be empty. */
    String home() {
        Model model = model();
        return model == null || model.getUrl() == null || model.getUrl().contains("${") ? "" : model.getUrl();
    }

    String purl() {
        return "pkg:maven/" + group + "/" + artifact + "@" + version + "?type=jar";
    }

    private Model model() {
        Path pom = REPOSITORY.resolve(group.replace('.', '/')).resolve(artifact).resolve(version)
                .resolve(artifact + "-" + version + ".pom");
        try (FileReader reader = new FileReader(pom.toFile())) {
            return new MavenXpp3Reader().read(reader, false);
        } catch (IOException | org.codehaus.plexus.util.xml.pull.XmlPullParserException e) {
            return null;
        }
    }
}
