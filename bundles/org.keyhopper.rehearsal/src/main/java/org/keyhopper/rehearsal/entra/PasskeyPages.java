package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.RefusedException;
import org.keyhopper.rehearsal.sandbox.RelyingParty;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.VerifiedKey;

/** The FIDO2 methods of users, as Graph shows and takes them. */
final class PasskeyPages {

    static final String RELYING_PARTY = "login.microsoft.com";
    static final List<Integer> ALGORITHMS = List.of(-7, -257);
    private static final String ORIGIN = "https://" + RELYING_PARTY;
    private static final int MOST_PASSKEYS = 10;
    private static final int LONGEST_NAME = 30;

    private final SandboxTenant tenant;
    private final SandboxOptions settings;
    private final RelyingParty relyingParty = new RelyingParty(RELYING_PARTY, ALGORITHMS);

    PasskeyPages(SandboxTenant tenant, SandboxOptions settings) {
        this.tenant = tenant;
        this.settings = settings;
    }

    Reply options(SandboxUser user, Optional<Rule> rule) {
        boolean expired = does(rule, Misbehaviour.OPTIONS_EXPIRED);
        Duration life = expired ? Duration.ofSeconds(-10) : settings.lives().options();
        Instant end = Instant.now()
                .plus(rule.flatMap(Rule::time).filter(time -> expired).orElse(life));
        String challenge = CreationOptions.challenge();
        tenant.remember(challenge, new SandboxTenant.Challenge(user.id(), end));
        JsonObject options = CreationOptions.write(user, challenge, end, tenant.methodsOf(user.id()), form(rule));
        return Reply.ok(does(rule, Misbehaviour.OPTIONS_WRAPPED) ? Json.object("value", options) : options);
    }

    Reply list(SandboxUser user, Optional<Rule> rule) {
        List<JsonObject> methods = tenant.visibleMethodsOf(user.id()).stream()
                .map(method -> method.toJson(form(rule)))
                .toList();
        return Reply.ok(Json.object("value", methods));
    }

    Reply read(SandboxUser user, String methodId, Optional<Rule> rule) {
        return tenant.visibleMethodsOf(user.id()).stream()
                .filter(method -> method.isCalled(methodId))
                .findFirst()
                .map(method -> Reply.ok(method.toJson(form(rule))))
                .orElseGet(() -> GraphReply.notFound(methodId));
    }

    Reply delete(SandboxUser user, String methodId) {
        return tenant.delete(user.id(), methodId) ? Reply.empty(204) : GraphReply.notFound(methodId);
    }

    Reply register(SandboxUser user, Call call, Optional<Rule> rule) {
        try {
            Registration registration = Registration.read(call.body());
            VerifiedKey key = verified(user, registration);
            Instant now = Instant.now();
            Duration lag = rule.filter(one -> one.misbehaviour() == Misbehaviour.VISIBLE_LATE)
                    .flatMap(Rule::time)
                    .orElse(Duration.ZERO);
            StoredMethod method =
                    new StoredMethod(user.id(), registration.id(), registration.displayName(), key, now, now.plus(lag));
            return tenant.add(method)
                    ? Reply.json(201, method.toJson(form(rule)))
                    : GraphReply.error(409, "conflict", "The credential is already registered.");
        } catch (RefusedException refused) {
            return GraphReply.badRequest(refused.getMessage());
        }
    }

    private VerifiedKey verified(SandboxUser user, Registration registration) throws RefusedException {
        if (registration
                        .displayName()
                        .codePointCount(0, registration.displayName().length())
                > LONGEST_NAME) {
            throw new RefusedException("The display name is longer than 30 characters.");
        }
        if (user.isGuest()) {
            throw new RefusedException("Guest users cannot register passkeys.");
        }
        String challenge = registration.challenge();
        SandboxTenant.Challenge given = tenant.redeem(challenge)
                .filter(one -> one.userId().equals(user.id()))
                .orElseThrow(() -> new RefusedException("The challenge is not known, or was used before."));
        if (Instant.now().isAfter(given.expires())) {
            throw new RefusedException("The challenge has expired.");
        }
        VerifiedKey key = relyingParty.verify(
                registration.id(), ORIGIN, challenge, registration.clientDataJson(), registration.attestationObject());
        Optional<String> objection = SandboxPolicy.objection(tenant.policy(), memberships(user), key);
        if (objection.isPresent()) {
            throw new RefusedException(objection.get());
        }
        if (tenant.methodsOf(user.id()).size() >= MOST_PASSKEYS) {
            throw new RefusedException("The user already has the maximum number of passkeys.");
        }
        return key;
    }

    private Set<String> memberships(SandboxUser user) {
        return tenant.groups().stream()
                .filter(group -> tenant.isMember(group, user.id()))
                .map(SandboxGroup::id)
                .collect(Collectors.toSet());
    }

    private IdForm form(Optional<Rule> rule) {
        return switch (rule.map(Rule::misbehaviour).orElse(Misbehaviour.SLOW)) {
            case IDS_STANDARD -> IdForm.STANDARD;
            case IDS_URL -> IdForm.URL;
            case IDS_COUNTED -> IdForm.COUNTED;
            default -> settings.methodIds();
        };
    }

    private static boolean does(Optional<Rule> rule, Misbehaviour misbehaviour) {
        return rule.filter(one -> one.misbehaviour() == misbehaviour).isPresent();
    }

    static byte[] base64Url(String text) throws RefusedException {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException("A binary member is not base64url without padding.");
        }
    }

    static CredentialId id(String text) throws RefusedException {
        byte[] bytes = base64Url(text);
        if (bytes.length == 0) {
            throw new RefusedException("The credential has no id.");
        }
        return CredentialId.of(bytes);
    }
}
