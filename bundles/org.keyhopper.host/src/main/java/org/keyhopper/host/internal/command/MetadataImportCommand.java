package org.keyhopper.host.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a metadata file. */
@Command(
        name = "import",
        description = "Imports a signed file of the FIDO Metadata Service, or one of your organisation in the same "
                + "format.")
final class MetadataImportCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "FILE.jwt", description = "The signed file.")
    private Path file;

    @Option(
            names = "--root",
            paramLabel = "FILE.pem",
            description =
                    "The root certificate of the signer. Without it, the file must be signed by the FIDO Alliance.")
    private Path root;

    MetadataImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        byte[] signed = read();
        Optional<X509Certificate> certificate = root == null ? Optional.empty() : Optional.of(certificate());
        new MetadataOutput(context.output()).print(context.station().metadata().install(signed, certificate));
        return ExitCode.DONE;
    }

    private byte[] read() throws InputRefusedException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputRefusedException("The file " + file + " cannot be read.");
        }
    }

    private X509Certificate certificate() throws InputRefusedException {
        try (InputStream pem = Files.newInputStream(root)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (IOException | CertificateException e) {
            throw new InputRefusedException("No certificate found in the file " + root + ".");
        }
    }
}
