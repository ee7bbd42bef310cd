package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.util.UUID;

/** A person of the sandbox. */
public record SandboxUser(
        String id, String userPrincipalName, String displayName, String surname, String mail, boolean enabled) {

    /** A person with a new object id, whose mail address is the account name. */
    public static SandboxUser named(String userPrincipalName, String displayName) {
        String surname = displayName.substring(displayName.lastIndexOf(' ') + 1);
        return new SandboxUser(
                UUID.randomUUID().toString(), userPrincipalName, displayName, surname, userPrincipalName, true);
    }

    public SandboxUser disabled() {
        return new SandboxUser(id, userPrincipalName, displayName, surname, mail, false);
    }

    public SandboxUser withMail(String address) {
        return new SandboxUser(id, userPrincipalName, displayName, surname, address, enabled);
    }

    /** Returns the same person as a guest, with the account name that Entra ID makes of an address elsewhere. */
    public SandboxUser guestIn(String domain) {
        String address = userPrincipalName.replace("@" + domain, "@elsewhere.example");
        return new SandboxUser(
                id, address.replace('@', '_') + "#EXT#@" + domain, displayName, surname, address, enabled);
    }

    /** Returns what is left of the name without the surname. */
    public String givenName() {
        return displayName.endsWith(surname)
                ? displayName
                        .substring(0, displayName.length() - surname.length())
                        .strip()
                : displayName;
    }

    /** Returns whether the account is a guest, which its user name shows. */
    public boolean isGuest() {
        return userPrincipalName.contains("#EXT#");
    }

    public boolean isCalled(String reference) {
        return id.equalsIgnoreCase(reference) || userPrincipalName.equalsIgnoreCase(reference);
    }

    public static SandboxUser read(JsonObject json) {
        String account = Json.text(json, "userPrincipalName")
                .orElseThrow(() -> new IllegalArgumentException("a user needs userPrincipalName"));
        String name = Json.text(json, "displayName").orElse(account);
        return new SandboxUser(
                Json.text(json, "id").orElseGet(() -> UUID.randomUUID().toString()),
                account,
                name,
                Json.text(json, "surname").orElse(name.substring(name.lastIndexOf(' ') + 1)),
                Json.text(json, "mail").orElse(account),
                Json.flag(json, "accountEnabled", true));
    }

    public JsonObject toJson() {
        return Json.object(
                "id", id,
                "displayName", displayName,
                "userPrincipalName", userPrincipalName,
                "surname", surname,
                "mail", mail,
                "accountEnabled", enabled,
                "userType", isGuest() ? "Guest" : "Member");
    }
}
