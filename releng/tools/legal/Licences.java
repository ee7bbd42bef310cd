import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.util.LicenseResolver;

/** Which licence something shipped is under, as an SPDX expression: what is curated, else what its manifest says, else what its POM says. */
final class Licences {

    private static final String OURS = "EPL-2.0";
    private static final Pattern LINK = Pattern.compile(";\\s*(description|link)=(\"[^\"]*\"|[^,;]*)");

    private final Properties curated = new Properties();

    Licences(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            curated.load(reader);
        }
    }

    Optional<String> of(Shipped shipped) {
        if (shipped.isOurs()) {
            return Optional.of(OURS);
        }
        return Optional.ofNullable(curated.getProperty(shipped.id()))
                .or(() -> shipped.declared().flatMap(Licences::declared))
                .or(() -> shipped.origin().flatMap(Licences::fromPom));
    }

    /** The licence of something that was packed into another's bundle. */
    Optional<String> ofContained(String coordinates) {
        String[] parts = coordinates.split(":");
        return Optional.ofNullable(curated.getProperty(parts[0] + "/" + parts[1]))
                .or(() -> fromPom(new Artifact(parts[0], parts[1], parts[2])));
    }

    /** What is not known of it. */
    List<String> faults(Shipped shipped) {
        List<String> faults = new ArrayList<>();
        if (of(shipped).isEmpty()) {
            List<License> stated = shipped.origin().map(Artifact::licences).orElse(List.of());
            faults.add("%s %s: no licence known; Bundle-License: %s; POM: %s".formatted(
                    shipped.id(),
                    shipped.version(),
                    shipped.declared().orElse("none"),
                    stated.stream().map(License::getName).toList()));
        }
        shipped.contained().stream()
                .filter(contained -> ofContained(contained).isEmpty())
                .map(contained -> "%s contains %s: no licence known".formatted(shipped.id(), contained))
                .forEach(faults::add);
        return faults;
    }

    /** Curated entries that speak of nothing shipped. */
    List<String> unused(Set<String> shipped) {
        return curated.stringPropertyNames().stream()
                .filter(key -> !key.contains("/") && !key.startsWith("inside.") && !shipped.contains(key))
                .sorted()
                .toList();
    }

    /** What a bundle holds that is not a bundle and does not show: native libraries, mostly. */
    List<String> inside(Shipped shipped) {
        String line = curated.getProperty("inside." + shipped.id(), "");
        return Stream.of(line.split(";")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    /** The licences of an expression that apply: of a choice, the first. */
    static Set<String> identifiers(String expression) {
        return new TreeSet<>(List.of(expression.split(" OR ")[0].split(" AND ")));
    }

    /** The full text, or nothing where the library has none under that name. */
    static Optional<String> text(String identifier) throws IOException {
        try (InputStream in = Licences.class.getResourceAsStream("/licenses/" + identifier + ".txt")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Several licences may be a choice or all apply: only a person can tell, so that needs a curated line. */
    private static Optional<String> declared(String header) {
        String plain = LINK.matcher(header).replaceAll("").replace("\"", "");
        return plain.contains(",") && plain.contains("http") ? Optional.empty() : identifier(plain.strip());
    }

    private static Optional<String> fromPom(Artifact artifact) {
        List<License> stated = artifact.licences();
        return stated.size() != 1
                ? Optional.empty()
                : identifier(stated.getFirst().getName()).or(() -> identifier(stated.getFirst().getUrl()));
    }

    private static Optional<String> identifier(String nameOrAddress) {
        LicenseChoice choice = nameOrAddress == null ? null : LicenseResolver.resolve(nameOrAddress.strip(), false);
        return choice == null || choice.getLicenses() == null || choice.getLicenses().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(choice.getLicenses().getFirst().getId());
    }
}
