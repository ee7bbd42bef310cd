import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.ExternalReference;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.license.Expression;
import org.cyclonedx.parsers.JsonParser;
import org.cyclonedx.util.BomUtils;

/** The bill of materials of one product in CycloneDX 1.6, as JSON. */
final class Sbom {

    private static final Version SCHEMA = Version.VERSION_16;

    private final Licences licences;

    Sbom(Licences licences) {
        this.licences = licences;
    }

    /** Writes it, reads it again and says what the schema has against it. */
    List<String> write(List<Shipped> shipped, Path file) throws Exception {
        Files.writeString(file, BomGeneratorFactory.createJson(SCHEMA, bom(shipped)).toJsonString());
        System.out.println(file);
        return new JsonParser().validate(file.toFile(), SCHEMA).stream()
                .map(fault -> file.getFileName() + ": " + fault.getMessage())
                .toList();
    }

    private Bom bom(List<Shipped> shipped) throws IOException {
        Bom bom = new Bom();
        boolean isCentral = shipped.stream().anyMatch(one -> one.id().equals("org.keyhopper.central.server"));
        Component product = component(
                Component.Type.APPLICATION,
                isCentral ? "org.keyhopper.central.product" : "org.keyhopper.product",
                isCentral ? "Keyhopper Central" : "Keyhopper",
                version(shipped),
                "EPL-2.0");
        bom.setMetadata(new Metadata());
        bom.getMetadata().setComponent(product);
        Dependency whole = new Dependency(product.getBomRef());
        for (Shipped one : shipped) {
            Component component = component(one);
            bom.addComponent(component);
            whole.addDependency(new Dependency(component.getBomRef()));
        }
        bom.addDependency(whole);
        return bom;
    }

    private static String version(List<Shipped> shipped) {
        return shipped.stream().filter(one -> one.id().equals("org.keyhopper.api")).findAny().orElseThrow().version();
    }

    private Component component(Shipped one) throws IOException {
        Component made = component(Component.Type.LIBRARY, one.id(), one.id(), one.version(), licences.of(one).orElseThrow());
        made.setHashes(BomUtils.calculateHashes(one.jar().toFile(), SCHEMA).stream()
                .filter(hash -> hash.getAlgorithm().equals(Hash.Algorithm.SHA_256.getSpec()))
                .toList());
        made.setDescription(one.name());
        one.origin().ifPresent(origin -> origin(made, origin));
        for (String contained : one.contained()) {
            made.addComponent(contained(one, contained.split(":")));
        }
        return made;
    }

    private static void origin(Component made, Artifact origin) {
        made.setGroup(origin.group());
        made.setName(origin.artifact());
        made.setVersion(origin.version());
        made.setPurl(origin.purl());
        if (origin.home().startsWith("http")) {
            ExternalReference home = new ExternalReference();
            home.setType(ExternalReference.Type.WEBSITE);
            home.setUrl(origin.home());
            made.addExternalReference(home);
        }
    }

    private Component contained(Shipped in, String[] parts) {
        String licence = licences.ofContained(String.join(":", parts)).orElseThrow();
        Component made = component(Component.Type.LIBRARY, in.id() + "/" + parts[1], parts[1], parts[2], licence);
        made.setGroup(parts[0]);
        made.setPurl(new Artifact(parts[0], parts[1], parts[2]).purl());
        return made;
    }

    private static Component component(Component.Type type, String reference, String name, String version, String licence) {
        Component made = new Component();
        made.setType(type);
        made.setBomRef(reference);
        made.setName(name);
        made.setVersion(version);
        LicenseChoice choice = new LicenseChoice();
        choice.setExpression(new Expression(licence));
        made.setLicenses(choice);
        return made;
    }
}
