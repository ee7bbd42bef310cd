package org.keyhopper.directory.okta.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.json.JsonView;

class OktaResponsesTest {

    private static JsonView json(String text) {
        return JsonView.parse(text.replace('\'', '"')).orElseThrow();
    }

    @Test
    void person() {
        DirectoryUser user = OktaResponses.user(json("{'id':'u1','status':'ACTIVE','profile':{'login':'jo@x.org',"
                        + "'email':'jo@mail.example','firstName':'Jo','lastName':'Doe'}}"))
                .orElseThrow();
        assertEquals(new DirectoryUser("u1", "jo@x.org", "Jo Doe", "jo@mail.example", AccountState.ENABLED), user);
    }

    @Test
    void personWithoutProfileHasItsId() {
        DirectoryUser user = OktaResponses.user(json("{'id':'u1'}")).orElseThrow();
        assertEquals(new DirectoryUser("u1", "u1", "u1", "", AccountState.UNKNOWN), user);
    }

    @Test
    void entryWithoutIdIsNeitherPersonNorGroupNorPasskey() {
        assertEquals(Optional.empty(), OktaResponses.user(json("{'profile':{'login':'jo@x.org'}}")));
        assertEquals(Optional.empty(), OktaResponses.group(json("{'profile':{'name':'All'}}")));
        assertEquals(Optional.empty(), OktaResponses.passkey(json("{'factorType':'webauthn'}")));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, ENABLED",
        "STAGED, ENABLED",
        "LOCKED_OUT, ENABLED",
        "SUSPENDED, DISABLED",
        "DEPROVISIONED, DISABLED"
    })
    void stateOfTheAccount(String status, AccountState state) {
        assertEquals(
                state,
                OktaResponses.user(json("{'id':'u','status':'" + status + "'}"))
                        .orElseThrow()
                        .state());
    }

    @Test
    void displayNameGoesBeforeFirstAndLastName() {
        JsonView named = json("{'id':'u','profile':{'displayName':'Dr. Jo','firstName':'Jo'}}");
        assertEquals("Dr. Jo", OktaResponses.user(named).orElseThrow().displayName());
        JsonView blank = json("{'id':'u','profile':{'displayName':' ','lastName':'Doe'}}");
        assertEquals("Doe", OktaResponses.user(blank).orElseThrow().displayName());
    }

    @Test
    void activeFactor() {
        JsonView factor =
                json("{'id':'f1','factorType':'webauthn','status':'ACTIVE','created':'2026-01-02T03:04:05.000Z',"
                        + "'profile':{'credentialId':'AQID','authenticatorName':'Key'}}");
        RegisteredPasskey passkey = OktaResponses.passkey(factor).orElseThrow();
        assertEquals("f1", passkey.id());
        assertEquals("Key", passkey.displayName());
        assertEquals(Set.of(CredentialId.of(new byte[] {1, 2, 3})), passkey.credentialIds());
        assertEquals(Optional.of(Instant.parse("2026-01-02T03:04:05Z")), passkey.created());
        assertTrue(OktaResponses.isPasskey(factor) && OktaResponses.isActive(factor));
        assertFalse(OktaResponses.isPending(factor));
    }

    @Test
    void otherFactorsAreNoPasskeys() {
        assertFalse(OktaResponses.isPasskey(json("{'id':'f','factorType':'push','status':'ACTIVE'}")));
        assertTrue(OktaResponses.isPending(json("{'id':'f','status':'PENDING_ACTIVATION'}")));
    }
}
