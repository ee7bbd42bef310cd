package org.keyhopper.update.internal.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.api.update.UpdateProblem;

/**
 * A partial local copy of a site. It contains only files that match the site's signed list, so its users never access
 * unverified content. Not thread-safe.
 */
public final class SiteCopy implements AutoCloseable {

    /** The maximum size of list and signature, which are read into memory: 4 MB are about 30 000 files. */
    private static final int MAX_LIST = 4 << 20;

    private final URI site;
    private final Path folder;
    private final Checksums checksums;
    private final Optional<Problem> distrust;

    private SiteCopy(URI site, TrustedKeys keys, boolean unsigned) throws UpdateException, IOException {
        this.site = site;
        byte[] list = small(Checksums.FILE).orElseThrow(() -> refused(UpdateProblem.NOT_A_SITE));
        distrust = distrust(list, keys);
        if (distrust.isPresent() && !unsigned) {
            throw new UpdateException(distrust.get());
        }
        checksums = Checksums.parse(new String(list, StandardCharsets.UTF_8))
                .orElseThrow(() -> refused(UpdateProblem.NOT_A_SITE));
        folder = Files.createTempDirectory("keyhopper-update");
    }

    /** Opens a site that is permitted and trusted; an untrusted one only if the rules allow it. */
    public static SiteCopy of(URI address, StationPolicy.Updates rules, TrustedKeys keys)
            throws UpdateException, IOException {
        if (!rules.allowed()) {
            throw new UpdateException(Problem.of(UpdateProblem.SWITCHED_OFF));
        }
        return new SiteCopy(SiteAddress.check(address, rules), keys, rules.unsigned());
    }

    public URI site() {
        return site;
    }

    public Path folder() {
        return folder;
    }

    /** Returns why the content is not trusted. */
    public Optional<Problem> distrust() {
        return distrust;
    }

    /** Downloads a file and verifies it against the list. */
    public void fetch(String path) throws UpdateException, IOException {
        String wanted = checksums.of(path).orElseThrow(() -> damaged(path, "not in the list"));
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        String sum = stored(path, file);
        if (!sum.equals(wanted)) {
            Files.delete(file);
            throw damaged(path, "SHA-256 is " + sum + ", not " + wanted);
        }
    }

    private String stored(String path, Path file) throws UpdateException, IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(opened(path), digest);
                OutputStream out = Files.newOutputStream(file)) {
            transfer(path, in, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private InputStream opened(String path) throws UpdateException {
        try {
            return Download.open(address(path));
        } catch (FileNotFoundException e) {
            throw new UpdateException(Problem.of(UpdateProblem.FILE_MISSING, path), e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** A premature end of the connection is a fault of the site, a full disk is not. */
    private static void transfer(String path, InputStream in, OutputStream out) throws UpdateException, IOException {
        byte[] buffer = new byte[1 << 16];
        while (true) {
            int read;
            try {
                read = in.read(buffer);
            } catch (IOException e) {
                throw damaged(path, e.toString());
            }
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
        }
    }

    private Optional<Problem> distrust(byte[] list, TrustedKeys keys) throws UpdateException {
        Optional<byte[]> signature = small(Checksums.SIGNATURE);
        if (signature.isEmpty()) {
            return Optional.of(Problem.of(UpdateProblem.UNSIGNED, site.toString()));
        }
        return keys.signed(list, signature.get())
                ? Optional.empty()
                : Optional.of(Problem.of(UpdateProblem.NOT_TRUSTED, site.toString()));
    }

    private Optional<byte[]> small(String path) throws UpdateException {
        try (InputStream in = Download.open(address(path))) {
            return Optional.of(in.readNBytes(MAX_LIST));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private URI address(String path) {
        try {
            return site.resolve(new URI(null, null, path, null));
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private UpdateException unreachable(IOException e) {
        return new UpdateException(cause(e).withDetail(e.toString()), e);
    }

    private Problem cause(IOException e) {
        if (e instanceof Download.ProxySignInException) {
            return Problem.of(NetworkProblem.PROXY_SIGN_IN, site.getHost());
        }
        boolean isCertificate = Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(each -> each instanceof CertificateException || each instanceof CertPathBuilderException);
        return isCertificate
                ? Problem.of(NetworkProblem.CERTIFICATE_NOT_TRUSTED, site.getHost())
                : Problem.of(UpdateProblem.UNREACHABLE, site.toString());
    }

    private UpdateException refused(UpdateProblem problem) {
        return new UpdateException(Problem.of(problem, site.toString()));
    }

    private static UpdateException damaged(String path, String detail) {
        return new UpdateException(Problem.of(UpdateProblem.DAMAGED, path).withDetail(detail));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
