package org.keyhopper.central.client.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.documents.ProfileJson;
import org.keyhopper.documents.ReadResult;

/** Requests as Central writes them. */
final class RequestJson {

    private RequestJson() {}

    static List<ProvisioningRequest> requests(JsonObject body) throws BadReplyException {
        return Members.list(body, "requests", it -> request(it.getAsJsonObject()));
    }

    static ProvisioningRequest request(JsonObject body) throws BadReplyException {
        RequestId id = new RequestId(Members.text(body, "id"));
        List<RecipientState> recipients = new ArrayList<>();
        for (JsonObject recipient : Members.list(body, "recipients", JsonElement::getAsJsonObject)) {
            recipients.add(recipient(id, recipient));
        }
        return new ProvisioningRequest(
                id,
                Members.text(body, "name"),
                Members.text(body, "directory"),
                profile(Members.object(body, "profile")),
                Members.instant(body, "created"),
                recipients);
    }

    private static Profile profile(JsonObject object) throws BadReplyException {
        return switch (ProfileJson.read(object.toString())) {
            case ReadResult.Success<Profile>(Profile profile, List<String> warnings) -> profile;
            case ReadResult.Failure<Profile> failure -> throw new BadReplyException("profile");
        };
    }

    private static RecipientState recipient(RequestId request, JsonObject object) throws BadReplyException {
        Recipient recipient = new Recipient(
                Members.text(object, "user"),
                Members.text(object, "displayName"),
                Members.text(object, "email"),
                Members.text(object, "deviceName"),
                Members.text(object, "userId"));
        return new RecipientState(
                new RecipientId(request, (int) Members.number(object, "position")),
                recipient,
                Members.constant(object, "outcome", Outcome.class),
                object.has("last") ? Optional.of(outcome(Members.object(object, "last"))) : Optional.empty());
    }

    private static OutcomeRecord outcome(JsonObject object) throws BadReplyException {
        Optional<String> reason = Members.optionalText(object, "reason");
        List<String> arguments = Members.list(object, "arguments", JsonElement::getAsString);
        return new OutcomeRecord(
                Members.constant(object, "outcome", Outcome.class),
                reason.map(code -> new Problem(new ReportedCode(code), arguments, "")),
                object.has("passkey") ? Optional.of(passkey(Members.object(object, "passkey"))) : Optional.empty(),
                List.of(),
                Members.instant(object, "at"),
                Duration.ZERO);
    }

    private static MadePasskey passkey(JsonObject object) throws BadReplyException {
        return new MadePasskey(
                CredentialId.of(Members.bytes(object, "credentialId")),
                Members.optionalText(object, "id"),
                CentralJson.uuid(object, "aaguid"),
                Members.text(object, "name"),
                Members.optionalText(object, "serial"));
    }
}
