package org.keyhopper.directory.entra.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.json.Guid;

/** The settings, read and found good. */
record EntraSettings(
        String tenant,
        String clientId,
        SignInMethod signIn,
        ServiceAddress login,
        ServiceAddress graph,
        Path certificate) {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Set<String> MICROSOFT = Set.of("microsoftonline", "chinacloudapi");
    private static final Set<String> ANY_TENANT = Set.of("common", "organizations", "consumers");

    /** Returns everything wrong with the settings. */
    static List<Problem> check(Settings settings, Secrets secrets) {
        List<Problem> problems = new ArrayList<>();
        Optional<SignInMethod> signIn = SignInMethod.of(settings, secrets);
        tenant(settings, signIn).ifPresent(problems::add);
        clientId(settings).ifPresent(problems::add);
        if (signIn.isEmpty()) {
            problems.add(SettingFault.NOT_A_CHOICE.of(EntraFields.SIGN_IN));
        }
        signIn.flatMap(way -> proof(way, settings, secrets)).ifPresent(problems::add);
        login(settings).failure().ifPresent(problems::add);
        graph(settings).failure().ifPresent(problems::add);
        return List.copyOf(problems);
    }

    /** Reads the settings, or fails with the first thing wrong. */
    static Answer<EntraSettings> read(Settings settings, Secrets secrets) {
        List<Problem> problems = check(settings, secrets);
        if (!problems.isEmpty()) {
            return Answer.failed(problems.getFirst());
        }
        return login(settings).flatMap(login -> graph(settings)
                .map(graph -> new EntraSettings(
                        settings.get(EntraFields.TENANT, ""),
                        settings.get(EntraFields.CLIENT_ID, ""),
                        SignInMethod.of(settings, secrets).orElseThrow(),
                        login,
                        graph,
                        Path.of(settings.get(EntraFields.CERTIFICATE, "")))));
    }

    private static Optional<Problem> tenant(Settings settings, Optional<SignInMethod> signIn) {
        String tenant = settings.get(EntraFields.TENANT, "");
        if (tenant.isEmpty()) {
            return Optional.of(SettingFault.MISSING.of(EntraFields.TENANT));
        }
        if (Guid.isGuid(tenant) || DOMAIN.matcher(tenant).matches() || namesAreFree(settings)) {
            return Optional.empty();
        }
        boolean anyTenant = ANY_TENANT.contains(tenant)
                && signIn.filter(SignInMethod::isAppOnly).isEmpty();
        return anyTenant
                ? Optional.empty()
                : Optional.of(Problem.of(DirectoryProblem.BAD_SETTING, EntraFields.TENANT, "entra.not-a-tenant"));
    }

    private static Optional<Problem> clientId(Settings settings) {
        Optional<String> id = settings.get(EntraFields.CLIENT_ID);
        if (id.isEmpty()) {
            return Optional.of(SettingFault.MISSING.of(EntraFields.CLIENT_ID));
        }
        return Guid.isGuid(id.get()) || namesAreFree(settings)
                ? Optional.empty()
                : Optional.of(SettingFault.NOT_AN_ID.of(EntraFields.CLIENT_ID));
    }

    /** The forms of ids are Microsoft's; a sign-in service that stands in for it may have names of its own. */
    private static boolean namesAreFree(Settings settings) {
        return settings.get(EntraFields.LOGIN_URL)
                .filter(url -> MICROSOFT.stream().noneMatch(url::contains))
                .isPresent();
    }

    private static Optional<Problem> proof(SignInMethod way, Settings settings, Secrets secrets) {
        return switch (way) {
            case CLIENT_SECRET ->
                SignInMethod.hasSecret(secrets)
                        ? Optional.empty()
                        : Optional.of(SettingFault.MISSING.of(EntraFields.CLIENT_SECRET));
            case CERTIFICATE ->
                settings.get(EntraFields.CERTIFICATE)
                        .map(EntraSettings::fileTrouble)
                        .orElse(Optional.of(SettingFault.MISSING))
                        .map(fault -> fault.of(EntraFields.CERTIFICATE));
            case BROWSER, DEVICE_CODE -> Optional.empty();
        };
    }

    private static Optional<SettingFault> fileTrouble(String file) {
        try {
            return Files.isReadable(Path.of(file)) ? Optional.empty() : Optional.of(SettingFault.FILE_UNREADABLE);
        } catch (InvalidPathException noPath) {
            return Optional.of(SettingFault.NOT_A_FILE_NAME);
        }
    }

    private static Answer<ServiceAddress> login(Settings settings) {
        return ServiceAddress.parse(
                EntraFields.LOGIN_URL, settings.get(EntraFields.LOGIN_URL, EntraCloud.GLOBAL.loginUrl()));
    }

    private static Answer<ServiceAddress> graph(Settings settings) {
        return ServiceAddress.parse(
                EntraFields.GRAPH_URL, settings.get(EntraFields.GRAPH_URL, EntraCloud.GLOBAL.graphUrl()));
    }
}
