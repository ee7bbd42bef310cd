package org.keyhopper.central.server.internal.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the keys of the configuration file that are about picking up PINs, which is off without {@code pickup.key}. */
record PickUpKeys(ConfigurationFile file) {

    private static final String ON = "pickup.key";
    private static final String PASSWORD = "pickup.key.password";

    static final Set<String> KEYS = Set.of(
            ON,
            PASSWORD,
            "pickup.hours",
            "pickup.claim",
            "pickup.acr",
            "pickup.amr",
            "pickup.contact",
            "pickup.language",
            "pickup.template",
            "smtp.host",
            "smtp.port",
            "smtp.security",
            "smtp.user",
            "smtp.password",
            "smtp.sender");

    private static final int USUAL_HOURS = 72;
    private static final int MOST_HOURS = 30 * 24;
    private static final int TLS_PORT = 465;
    private static final int SUBMISSION_PORT = 587;
    private static final int PLAIN_PORT = 25;
    private static final int HIGHEST_PORT = 65_535;

    Optional<PickUpSettings> read() {
        if (file.value(ON).isEmpty()) {
            KEYS.stream()
                    .filter(key -> file.value(key).isPresent())
                    .sorted()
                    .forEach(key ->
                            file.fault(key, "is of no use without " + ON, "Add " + ON + ", or remove this line."));
            return Optional.empty();
        }
        need("escrow.certificate", "the copy for pick-up is a second one");
        need("oidc.issuer", "people sign in there");
        Optional<Path> key = file.file(ON, "Check the name, and that the account of the server may read it.");
        Optional<SecretSource> password = secret(PASSWORD);
        if (password.isEmpty() && file.value(PASSWORD).isEmpty()) {
            file.fault(PASSWORD, "is missing", "Name a file with the password, or env:VARIABLE.");
        }
        PickUpSettings.Proof proof = proof();
        Optional<SmtpServer> mail = mail();
        Locale language = language();
        Optional<Path> template = file.file("pickup.template", "Check the name.");
        template.ifPresent(this::checkTemplate);
        Duration life = Duration.ofHours(number("pickup.hours", USUAL_HOURS, 1, MOST_HOURS));
        String contact = file.value("pickup.contact").orElse("");
        if (contact.isEmpty()) {
            file.fault(
                    "pickup.contact",
                    "is missing: whom people ask",
                    "Write a name with a telephone number or address.");
        }
        return key.isEmpty() || password.isEmpty() || mail.isEmpty()
                ? Optional.empty()
                : Optional.of(new PickUpSettings(
                        key.get(), password.get(), life, proof, contact, language, template, mail.get()));
    }

    private void need(String key, String why) {
        if (file.value(key).isEmpty()) {
            file.fault(ON, "needs " + key + ": " + why, "Add " + key + ".");
        }
    }

    private PickUpSettings.Proof proof() {
        Set<String> acr = values("pickup.acr");
        Set<String> amr = values("pickup.amr");
        if (acr.isEmpty() && amr.isEmpty()) {
            file.fault(
                    ON,
                    "needs pickup.acr or pickup.amr: which sign-ins count as another factor",
                    "Add the values that your provider puts into the claim acr or amr, such as pickup.amr = mfa.");
        }
        String login = file.value("oidc.login.claim").orElse("preferred_username");
        return new PickUpSettings.Proof(file.value("pickup.claim").orElse(login), acr, amr);
    }

    private Set<String> values(String key) {
        return file.value(key).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Locale language() {
        String text = file.value("pickup.language").orElse("en");
        if (!List.of("en", "de").contains(text)) {
            file.fault("pickup.language", "is neither en nor de", "Write en or de.");
        }
        return Locale.forLanguageTag(text);
    }

    private void checkTemplate(Path template) {
        try {
            InvitationTemplate.faultsOf(Files.readString(template, StandardCharsets.UTF_8))
                    .forEach(fault -> file.fault(
                            "pickup.template",
                            fault,
                            "See the manual for the form of a template and its placeholders."));
        } catch (IOException e) {
            file.fault("pickup.template", "cannot be read as UTF-8 text", "Save it as UTF-8.");
        }
    }

    private Optional<SecretSource> secret(String key) {
        Optional<Path> credential = OperationKeys.credential(key);
        if (credential.isPresent()) {
            return Optional.of(new SecretSource(credential, ""));
        }
        Optional<String> value = file.value(key);
        if (value.filter(text -> text.startsWith(SecretSource.FROM_ENVIRONMENT)).isEmpty()) {
            return file.file(key, "Create the file with the password in it, mode 0600.")
                    .map(path -> new SecretSource(Optional.of(path), ""));
        }
        String variable = value.get().substring(SecretSource.FROM_ENVIRONMENT.length());
        if (System.getenv(variable) == null) {
            file.fault(key, "names a variable that is not set", "Set it for the service, or name a file.");
        }
        return Optional.of(new SecretSource(Optional.empty(), variable));
    }

    private Optional<SmtpServer> mail() {
        Optional<String> host = file.value("smtp.host");
        Optional<String> sender = file.value("smtp.sender");
        if (host.isEmpty() || sender.isEmpty()) {
            file.fault(ON, "needs smtp.host and smtp.sender: people are invited by mail", "Add both.");
        }
        if (sender.filter(it -> !MailAddress.isValid(it)).isPresent()) {
            file.fault("smtp.sender", "is not a mail address", "Write the address alone, such as keys@example.org.");
        }
        SmtpServer.Security security = security(host.orElse(""));
        Optional<SmtpServer.Account> account = account(security);
        int port = number("smtp.port", usualPort(security), 1, HIGHEST_PORT);
        return host.isEmpty() || sender.isEmpty()
                ? Optional.empty()
                : Optional.of(new SmtpServer(host.get(), port, security, account, sender.get()));
    }

    private static int usualPort(SmtpServer.Security security) {
        return switch (security) {
            case TLS -> TLS_PORT;
            case STARTTLS -> SUBMISSION_PORT;
            case PLAIN -> PLAIN_PORT;
        };
    }

    private SmtpServer.Security security(String host) {
        String text = file.value("smtp.security").orElse("tls");
        Optional<SmtpServer.Security> security = Arrays.stream(SmtpServer.Security.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
        if (security.isEmpty()) {
            file.fault("smtp.security", "is neither tls nor starttls", "Write tls or starttls.");
        } else if (security.get() == SmtpServer.Security.PLAIN && !ConfigurationFile.isLoopback(host)) {
            file.fault("smtp.security", "plain is for a server on this computer only", "Write tls or starttls.");
        }
        return security.orElse(SmtpServer.Security.TLS);
    }

    private Optional<SmtpServer.Account> account(SmtpServer.Security security) {
        Optional<String> user = file.value("smtp.user");
        Optional<SecretSource> password = secret("smtp.password");
        if (user.isPresent() != password.isPresent()
                && (user.isEmpty() || file.value("smtp.password").isEmpty())) {
            file.fault(
                    user.isPresent() ? "smtp.user" : "smtp.password",
                    "needs the other one of smtp.user and smtp.password",
                    "Give both, or neither.");
        }
        if (user.isPresent() && security == SmtpServer.Security.PLAIN) {
            file.fault("smtp.user", "would be sent without TLS", "Write smtp.security = tls or starttls.");
        }
        return user.flatMap(name -> password.map(it -> new SmtpServer.Account(name, it)));
    }

    private int number(String key, int usual, int least, int most) {
        Optional<String> text = file.value(key);
        if (text.isEmpty()) {
            return usual;
        }
        if (text.get().matches("\\d{1,6}")) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        file.fault(key, "is not a number from " + least + " to " + most, "Write digits only.");
        return usual;
    }
}
