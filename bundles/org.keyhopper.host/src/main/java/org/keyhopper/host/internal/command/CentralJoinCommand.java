package org.keyhopper.host.internal.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.central.ServerIdentity;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.run.Terminal;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins a Central. */
@Command(
        name = "join",
        description =
                "Joins the Central of an organisation. From then on this station works on the requests of Central;"
                        + " its own are hidden until it leaves.")
final class CentralJoinCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "URL", description = "The address of Central, such as https://keyhopper.contoso.example.")
    private URI url;

    /** Where the code comes from. */
    private static final class Code {
        @Option(
                names = "--code",
                paramLabel = "CODE",
                required = true,
                description = "The one-time code, or env:VARIABLE. It is of no use to others once this station joined.")
        private String code;

        @Option(
                names = "--code-file",
                paramLabel = "FILE",
                required = true,
                description = "A file with the one-time code.")
        private Path file;
    }

    @ArgGroup(multiplicity = "1")
    private Code code;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "How this computer calls that Central, such as in links (default: its host name).")
    private String name;

    @Option(
            names = "--fingerprint",
            paramLabel = "SHA256",
            description =
                    "The SHA-256 fingerprint of the server's public key, in hexadecimal digits: the only key that is"
                            + " accepted from now on. Without it a terminal asks, unless the authorities of this computer"
                            + " vouch for the server.")
    private String fingerprint;

    CentralJoinCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        URI address = checked(url);
        CentralMembership central = context.station().central();
        ServerIdentity server = value(central.identify(address));
        Optional<String> pin = pin(server);
        try (Secret secret = secret()) {
            Membership member =
                    value(central.join(new JoinOrder(address, pin, name == null ? address.getHost() : name, secret)));
            CentralLines.print(member, context.output());
        }
        return ExitCode.DONE;
    }

    /** Returns the address of a Central without a slash at its end, or throws. */
    static URI checked(URI url) throws InputRefusedException {
        String text = url.toString().replaceAll("/+$", "");
        boolean isLocal = "127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost());
        boolean isSafe = "https".equals(url.getScheme()) || "http".equals(url.getScheme()) && isLocal;
        if (!isSafe || url.getHost() == null || url.getRawQuery() != null || url.getRawUserInfo() != null) {
            throw new InputRefusedException("The address of Central begins with https:// and has neither account nor"
                    + " query; http:// is for this computer only.");
        }
        return URI.create(text);
    }

    /** Returns the only key to be accepted; empty if the authorities of this computer vouch for the server. */
    private Optional<String> pin(ServerIdentity server) throws InputRefusedException {
        if (server.fingerprint().isEmpty()) {
            return Optional.empty();
        }
        context.output().print("Fingerprint of the server's public key: " + server.fingerprint());
        context.output().print("Its certificate was issued by: " + server.authority());
        if (fingerprint != null) {
            String expected = fingerprint.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
            if (!expected.equals(server.fingerprint())) {
                throw new InputRefusedException(
                        "The server has another key: " + server.fingerprint() + ". Nothing was sent to it.");
            }
            return Optional.of(expected);
        }
        if (server.trusted()) {
            return Optional.empty();
        }
        if (!Terminal.confirm("Is this the fingerprint that the administrator of Central gave you?")) {
            throw new InputRefusedException("The server's certificate is not trusted here. Give its fingerprint with"
                    + " --fingerprint, or the authority with \"keyhopper network set --authorities\".");
        }
        return Optional.of(server.fingerprint());
    }

    private Secret secret() throws InputRefusedException {
        if (code.file != null) {
            try {
                return Secret.of(Files.readString(code.file).strip());
            } catch (IOException e) {
                throw new InputRefusedException("The file " + code.file + " cannot be read.");
            }
        }
        return code(code.code);
    }

    /** Returns a one-time code that was typed, or that is in an environment variable. */
    static Secret code(String typed) throws InputRefusedException {
        return Secret.of(typed.startsWith("env:") ? System.getenv(EnvironmentReference.variable(typed)) : typed);
    }

    static <T> T value(Answer<T> answer) throws InputRefusedException {
        Optional<T> result = answer.result();
        if (result.isEmpty()) {
            throw new InputRefusedException(ProblemLines.of(answer.failure().orElseThrow()));
        }
        return result.get();
    }
}
