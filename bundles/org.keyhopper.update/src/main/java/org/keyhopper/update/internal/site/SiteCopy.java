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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
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

    private static final String STAGING = "site";

    private final URI site;
    private final Optional<SSLContext> server;
    private final Path folder;
    private final SiteList list;
    private final Optional<Problem> distrust;

    private SiteCopy(URI site, Trust trust, boolean unsigned) throws UpdateException, IOException {
        this.site = site;
        server = trust.server();
        byte[] signed = small(SiteList.FILE).orElseThrow(() -> refused(UpdateProblem.NOT_A_SITE));
        distrust = distrust(signed, trust.keys());
        if (distrust.isPresent() && !unsigned) {
            throw new UpdateException(distrust.get());
        }
        list = SiteList.parse(new String(signed, StandardCharsets.UTF_8))
                .orElseThrow(() -> refused(UpdateProblem.NOT_A_SITE));
        refuseOld(trust);
        folder = staging(trust.installation());
    }

    /** Without this, who controls the way to the site could show a list from before a fault was corrected. */
    private void refuseOld(Trust trust) throws UpdateException, IOException {
        if (trust.now().isAfter(list.expires())) {
            throw new UpdateException(Problem.of(
                    UpdateProblem.EXPIRED, site.toString(), list.expires().toString()));
        }
        if (list.serial() < trust.accepted().of(site)) {
            throw refused(UpdateProblem.OLDER);
        }
    }

    /**
     * Where the product can be changed, the copy is in its folder: what was verified there can be exchanged only by who can
     * change the product.
     */
    private static Path staging(Path installation) throws IOException {
        if (!Files.isWritable(installation)) {
            return Files.createTempDirectory("keyhopper-update");
        }
        Path parent = Files.createDirectories(installation.resolve("org.keyhopper.update"));
        deleteLeft(parent);
        return Files.createTempDirectory(parent, STAGING);
    }

    /** Deletes copies of processes that were killed: those older than any update takes. */
    private static void deleteLeft(Path parent) throws IOException {
        Instant dayBefore = Instant.now().minus(1, ChronoUnit.DAYS);
        try (Stream<Path> all = Files.list(parent)) {
            for (Path each : all.filter(Files::isDirectory)
                    .filter(it -> it.getFileName().toString().startsWith(STAGING))
                    .toList()) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(dayBefore)) {
                    delete(each);
                }
            }
        }
    }

    /**
     * What a site is judged by.
     *
     * @param installation p2's folder of the product
     * @param server what accepts the key of the server; empty for the default of the Java runtime
     */
    public record Trust(TrustedKeys keys, Path installation, Instant now, Optional<SSLContext> server) {
        public AcceptedSiteLists accepted() {
            return new AcceptedSiteLists(installation.resolve("org.keyhopper.update"));
        }
    }

    /** Opens a site that is permitted and trusted; an untrusted one only if the rules allow it. */
    public static SiteCopy of(URI address, StationPolicy.Updates rules, Trust trust)
            throws UpdateException, IOException {
        if (!rules.allowed()) {
            throw new UpdateException(Problem.of(UpdateProblem.SWITCHED_OFF));
        }
        URI site = SiteAddress.check(address, rules);
        if (trust.keys().isDevelopment() && !SiteAddress.isLocal(site)) {
            throw new UpdateException(Problem.of(UpdateProblem.DEVELOPMENT_ONLY, site.toString()));
        }
        return new SiteCopy(site, trust, rules.unsigned());
    }

    public URI site() {
        return site;
    }

    /** Returns the serial number of the list. */
    public long serial() {
        return list.serial();
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
        SiteList.Entry wanted = list.of(path).orElseThrow(() -> damaged(path, "not in the list"));
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        String sum = stored(path, file, wanted.size());
        if (!sum.equals(wanted.sum())) {
            Files.delete(file);
            throw damaged(path, "SHA-256 is " + sum + ", not " + wanted.sum());
        }
    }

    private String stored(String path, Path file, long size) throws UpdateException, IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(opened(path), digest);
                OutputStream out = Files.newOutputStream(file)) {
            transfer(path, in, out, size);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private InputStream opened(String path) throws UpdateException {
        try {
            return Download.open(address(path), server);
        } catch (FileNotFoundException e) {
            throw new UpdateException(Problem.of(UpdateProblem.FILE_MISSING, path), e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * A premature end of the connection is a fault of the site, a full disk is not. Content without end is not received
     * beyond the size in the list.
     */
    private static void transfer(String path, InputStream in, OutputStream out, long size)
            throws UpdateException, IOException {
        byte[] buffer = new byte[1 << 16];
        long received = 0;
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
            received += read;
            if (received > size) {
                throw damaged(path, "it has more than " + size + " bytes");
            }
            out.write(buffer, 0, read);
        }
    }

    private Optional<Problem> distrust(byte[] list, TrustedKeys keys) throws UpdateException {
        Optional<byte[]> signature = small(SiteList.SIGNATURE);
        if (signature.isEmpty()) {
            return Optional.of(Problem.of(UpdateProblem.UNSIGNED, site.toString()));
        }
        return keys.signed(list, signature.get())
                ? Optional.empty()
                : Optional.of(Problem.of(UpdateProblem.NOT_TRUSTED, site.toString()));
    }

    private Optional<byte[]> small(String path) throws UpdateException {
        try (InputStream in = Download.open(address(path), server)) {
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
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
