package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.List;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.people.HeldPasskey;
import org.keyhopper.core.people.HeldPasskeys;

/**
 * Revokes a user's passkey.
 *
 * @param yes whether to revoke it; otherwise only the consequences are printed
 */
record PasskeyRevocation(CommandContext context, HeldPasskeys held, boolean yes) {

    void revoke(DirectoryUser user, String passkeyId) throws InputRefusedException {
        List<HeldPasskey> all = DirectoryAccess.result(held.of(user));
        HeldPasskey passkey = all.stream()
                .filter(one -> one.passkey().id().equals(passkeyId))
                .findFirst()
                .orElseThrow(
                        () -> new InputRefusedException(user.displayName() + " has no such passkey at the directory."));
        int left = all.size() - 1;
        context.output()
                .print(user.displayName() + " can no longer sign in with " + PasskeyLines.text(passkey) + ". "
                        + (left == 0 ? "It is their only passkey." : "They keep " + left + " other."));
        if (!yes) {
            throw new InputRefusedException("Nothing was changed. Use --yes to revoke the passkey.");
        }
        boolean was = DirectoryAccess.result(held.revoke(user, passkey));
        JsonObject json = new JsonObject();
        json.addProperty("event", "revoked");
        json.addProperty("user", user.userName());
        json.addProperty("passkeyId", passkeyId);
        json.addProperty("wasThere", was);
        context.output().printObject(json);
        context.output().print(was ? "Revoked." : "It had already been revoked.");
    }
}
