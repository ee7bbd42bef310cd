import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Signs with an Ed25519 key, as the product checks it.
 *
 * <pre>
 * java Sign.java KEY TRUST FOLDER     lists an update site in SHA256SUMS, and signs the list in SHA256SUMS.sig
 * java Sign.java KEY TRUST FILE       signs a drop-in, or the list of packages, in FILE.sig
 * </pre>
 *
 * KEY is a private key and TRUST the folder of the public ones that the product trusts, both as OpenSSL writes them. A key
 * that the product does not trust is refused, so that no site is built that the product would refuse; "-" in place of TRUST signs all
 * the same.
 *
 * A list has a serial number, which is the time of its making in seconds, and expires after 400 days: products refuse it then,
 * and refuse one that is older than the one they were updated from. SOURCE_DATE_EPOCH, if it is set, is the time of its making.
 */
class Sign {

    private static final String LIST = "SHA256SUMS";
    private static final Duration LIFE = Duration.ofDays(400);

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        PrivateKey key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(der(Path.of(arguments[0]))));
        Path content = Path.of(arguments[2]);
        Path signed = Files.isDirectory(content) ? list(content) : content;
        byte[] signature = sign(key, Files.readAllBytes(signed));
        if (!arguments[1].equals("-") && !trusted(Path.of(arguments[1]), Files.readAllBytes(signed), signature)) {
            System.err.println("The product trusts no key that belongs to " + arguments[0] + ": see " + arguments[1]);
            System.exit(1);
        }
        Files.write(signed.resolveSibling(signed.getFileName() + ".sig"), signature);
    }

    /** Writes the list as sha256sum does, by path. */
    private static Path list(Path site) throws IOException, GeneralSecurityException {
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        Instant now = epoch == null ? Instant.now() : Instant.ofEpochSecond(Long.parseLong(epoch));
        StringBuilder lines = new StringBuilder();
        lines.append("# serial ").append(now.getEpochSecond()).append('\n');
        lines.append("# expires ").append(now.truncatedTo(ChronoUnit.SECONDS).plus(LIFE)).append('\n');
        TreeMap<String, Path> listed = new TreeMap<>();
        for (Path file : files(site)) {
            String path = site.relativize(file).toString().replace('\\', '/');
            if (!path.startsWith(LIST)) {
                listed.put(path, file);
            }
        }
        for (Map.Entry<String, Path> each : listed.entrySet()) {
            byte[] content = Files.readAllBytes(each.getValue());
            String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            lines.append("# size ").append(content.length).append(' ').append(each.getKey()).append('\n');
            lines.append(sum).append("  ").append(each.getKey()).append('\n');
        }
        return Files.writeString(site.resolve(LIST), lines);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    private static boolean trusted(Path folder, byte[] content, byte[] signature)
            throws IOException, GeneralSecurityException {
        List<PublicKey> keys = new ArrayList<>();
        for (Path file : files(folder)) {
            keys.add(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der(file))));
        }
        for (PublicKey key : keys) {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(content);
            if (check.verify(signature)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] der(Path pem) throws IOException {
        String text = Files.readString(pem, StandardCharsets.US_ASCII);
        return Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s", ""));
    }
}
