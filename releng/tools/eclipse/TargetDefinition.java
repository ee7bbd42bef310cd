import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** The target definition of the build, looked up in the local Maven repository. */
record TargetDefinition(Path repository) {

    /** The jar of each bundle, by its symbolic name; one that was never downloaded is missing. */
    Map<String, Path> libraries(Path file) throws Exception {
        var found = new TreeMap<String, Path>();
        var dependencies = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            for (var jar : jars((Element) dependencies.item(i))) {
                found.put(Bundle.read(jar).name(), jar);
            }
        }
        return found;
    }

    /** The artifact, and the bundles that a build made of it, each under a name of its own. */
    private List<Path> jars(Element dependency) throws IOException {
        var artifact = text(dependency, "artifactId");
        var version = text(dependency, "version");
        var folder = repository.resolve(text(dependency, "groupId").replace('.', '/')).resolve(artifact).resolve(version);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder, 2)) {
            return files.filter(each -> each.endsWith(artifact + "-" + version + ".jar")).sorted().toList();
        }
    }

    private static String text(Element element, String tag) {
        var found = element.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
