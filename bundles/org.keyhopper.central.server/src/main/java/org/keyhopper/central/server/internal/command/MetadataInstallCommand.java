package org.keyhopper.central.server.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.metadata.MetadataEdition;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.store.CentralDatabase;
import org.keyhopper.texts.ProblemTexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Installs the FIDO metadata that profiles need which require a proven manufacturer. */
@Command(name = "install", description = "Installs a signed metadata BLOB of the FIDO Alliance, or of an organisation.")
final class MetadataInstallCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @Parameters(paramLabel = "FILE", description = "The signed BLOB.")
    private Path file;

    @Option(
            names = "--root",
            paramLabel = "FILE",
            description = "The root certificate of its signer; the FIDO Alliance's unless named.")
    private Path root;

    @Override
    public Integer call() throws BadInputException {
        try (CentralDatabase database = configuration.open()) {
            Answer<MetadataEdition> installed = StationFactory.metadata(
                            database.metadata(), Authenticators.metadataReader())
                    .install(Files.readAllBytes(file), certificate());
            Optional<Problem> problem = installed.failure();
            if (problem.isPresent()) {
                throw new BadInputException(ProblemTexts.in(Locale.getDefault()).sentence(problem.get()));
            }
            MetadataEdition edition = installed.result().orElseThrow();
            configuration.print("Edition " + edition.number() + " with " + edition.models() + " models.");
        } catch (IOException e) {
            throw new BadInputException("The file cannot be read: " + e.getMessage());
        }
        return CentralCommand.DONE;
    }

    private Optional<X509Certificate> certificate() throws IOException, BadInputException {
        if (root == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(root)) {
            return Optional.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (CertificateException e) {
            throw new BadInputException("There is no certificate in " + root);
        }
    }
}
