package org.keyhopper.testkit.fuzz;

import java.util.List;

/** Answers with the members that directories use, a corpus for {@link Fuzz} of what reads them. */
public final class DirectoryAnswers {

    /** A user, group or passkey; an error; and options for a new passkey. */
    public static final List<String> SAMPLES = List.of("""
            {"id": "7d1c", "userPrincipalName": "anna@example.com", "displayName": "Anna", "accountEnabled": true,
             "mail": "a@example.com", "createdDateTime": "2026-01-01T00:00:00Z", "model": "Key 5",
             "aaGuid": "2fc0579f-8113-47ea-b116-bb5a8db9202a", "username": "anna", "enabled": true, "status": "ACTIVE",
             "profile": {"login": "anna", "firstName": "A", "lastName": "B"}, "type": "FIDO2",
             "name": {"given": "A", "family": "B"}, "factorType": "webauthn"}
            """, """
            {"error": {"code": "Request_BadRequest", "message": "Invalid attestation", "innerError": {"request-id": "abc"}},
             "errorCode": "E0000001", "errorSummary": "Api validation failed", "errorCauses": [{"errorSummary": "x"}],
             "details": [{"code": "INVALID_VALUE", "message": "m"}], "errorMessage": "e"}
            """, """
            {"publicKey": {"rp": {"id": "example.com", "name": "E"},
             "user": {"id": "AAEC", "name": "a", "displayName": "A"}, "challenge": "AAECAwQFBgcICQoLDA0ODw",
             "pubKeyCredParams": [{"type": "public-key", "alg": -7}], "timeout": 60000,
             "excludeCredentials": [{"id": "AQID", "type": "public-key"}],
             "authenticatorSelection": {"residentKey": "required"}, "attestation": "direct",
             "extensions": {"hmacCreateSecret": true}}}
            """);

    private DirectoryAnswers() {}
}
