package org.keyhopper.directory.support.oauth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.testkit.certificate.SelfSignedCertificate;

class ClientCertificateTest {

    private static final String PASSWORD = "geheim-é";
    private static final String PBE = "PBEWithHmacSHA256AndAES_256";

    @TempDir
    Path folder;

    private Path pkcs12;
    private PrivateKey key;
    private Certificate certificate;

    @BeforeEach
    void makeOne() throws IOException, InterruptedException, GeneralSecurityException {
        SelfSignedCertificate made = make("app.p12", "RSA", "+0d");
        pkcs12 = made.file();
        key = made.key();
        certificate = made.certificate();
    }

    private SelfSignedCertificate make(String name, String algorithm, String start)
            throws IOException, InterruptedException, GeneralSecurityException {
        return SelfSignedCertificate.make(
                folder.resolve(name), algorithm, "Rehearsal", "-startdate", start, "-validity", "90");
    }

    private Answer<ClientCertificate> read(Path file, String password) {
        try (Secret secret = Secret.of(password)) {
            return ClientCertificate.read("certificate", file, secret);
        }
    }

    private void assertIsOurs(Answer<ClientCertificate> answer) {
        ClientCertificate read = answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
        assertArrayEquals(key.getEncoded(), read.key().getEncoded());
        assertEquals(certificate, read.certificate());
    }

    @Test
    void readsPkcs12() {
        assertIsOurs(read(pkcs12, "changeit"));
    }

    @Test
    void anExpiredCertificateIsABadSettingThatSaysSo()
            throws IOException, InterruptedException, GeneralSecurityException {
        Answer<ClientCertificate> answer = read(make("old.p12", "RSA", "-100d").file(), "changeit");
        assertBad(answer);
        assertEquals(
                SettingFault.CERTIFICATE_EXPIRED.id(),
                answer.failure().orElseThrow().arguments().get(1));
    }

    @Test
    void readsPem() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("app.pem");
        Files.writeString(
                file,
                "Bag Attributes\n" + SelfSignedCertificate.pem("PRIVATE KEY", key.getEncoded())
                        + SelfSignedCertificate.pem("CERTIFICATE", certificate.getEncoded()));
        assertIsOurs(read(file, ""));
    }

    @Test
    void readsPemWithAnEncryptedKey() throws IOException, GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(PBE);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(PBE).generateSecret(new PBEKeySpec("changeit".toCharArray())));
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        byte[] encrypted = new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key.getEncoded())).getEncoded();
        Path file = folder.resolve("app.pem");
        Files.writeString(
                file,
                SelfSignedCertificate.pem("CERTIFICATE", certificate.getEncoded())
                        + SelfSignedCertificate.pem("ENCRYPTED PRIVATE KEY", encrypted));
        assertIsOurs(read(file, "changeit"));
        assertBad(read(file, PASSWORD));
    }

    @Test
    void aWrongPasswordAMissingFileAndRubbishAreBadSettings() throws IOException {
        assertBad(read(pkcs12, PASSWORD));
        assertBad(read(folder.resolve("none.p12"), ""));
        assertBad(read(Files.writeString(folder.resolve("rubbish"), "rubbish"), ""));
        assertBad(read(Files.writeString(folder.resolve("x.pem"), "-----BEGIN PRIVATE KEY-----"), ""));
        assertBad(read(
                Files.writeString(
                        folder.resolve("y.pem"),
                        SelfSignedCertificate.pem("PRIVATE KEY", new byte[3]).replace("A", "=")),
                ""));
    }

    private static void assertBad(Answer<ClientCertificate> answer) {
        var problem = answer.failure().orElseThrow();
        assertEquals(DirectoryProblem.BAD_SETTING, problem.code());
        assertEquals("certificate", problem.arguments().getFirst());
        assertTrue(!problem.toString().contains(PASSWORD), problem::toString);
    }

    @Test
    void assertionsAreSignedWithPss() throws GeneralSecurityException {
        ClientCertificate read = read(pkcs12, "changeit").result().orElseThrow();
        String jwt = new ClientAssertion(read, "client", "https://login.example/token", Clock.systemUTC())
                .sign()
                .result()
                .orElseThrow();
        String[] parts = jwt.split("\\.");
        JsonView header =
                JsonView.parse(Base64.getUrlDecoder().decode(parts[0])).orElseThrow();
        JsonView claims =
                JsonView.parse(Base64.getUrlDecoder().decode(parts[1])).orElseThrow();
        assertEquals("PS256", header.text("alg").orElseThrow());
        assertEquals("https://login.example/token", claims.text("aud").orElseThrow());
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        pss.initVerify(certificate);
        pss.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(pss.verify(Base64.getUrlDecoder().decode(parts[2])));
    }

    @Test
    void assertionsOfAnEcKeyAreSignedWithEs256AndNameTheKey()
            throws IOException, InterruptedException, GeneralSecurityException {
        SelfSignedCertificate made = make("ec.p12", "EC", "+0d");
        Path pem = Files.writeString(folder.resolve("ec.pem"), made.keyPem() + made.certificatePem());
        ClientCertificate read = read(pem, "").result().orElseThrow().withKeyId(Optional.of("kh-1"));
        String jwt = new ClientAssertion(read, "client", "https://login.example/token", Clock.systemUTC())
                .sign()
                .result()
                .orElseThrow();
        String[] parts = jwt.split("\\.");
        JsonView header =
                JsonView.parse(Base64.getUrlDecoder().decode(parts[0])).orElseThrow();
        assertEquals("ES256", header.text("alg").orElseThrow());
        assertEquals("kh-1", header.text("kid").orElseThrow());
        JsonView claims =
                JsonView.parse(Base64.getUrlDecoder().decode(parts[1])).orElseThrow();
        assertTrue(claims.number("iat").isPresent(), "Keycloak refuses a life of minutes without the time of issue");
        Signature ecdsa = Signature.getInstance("SHA256withECDSAinP1363Format");
        ecdsa.initVerify(made.certificate());
        ecdsa.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(ecdsa.verify(Base64.getUrlDecoder().decode(parts[2])));
    }
}
