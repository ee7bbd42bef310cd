package org.keyhopper.directory.okta.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.directory.support.json.JsonView;

class OktaOptionsTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final OktaOptions READER = new OktaOptions("contoso.okta.com", Clock.fixed(NOW, ZoneOffset.UTC));

    private static Optional<EnrolmentOptions> read(String activation) {
        String factor = "{\"id\":\"fwf1\",\"_embedded\":{\"activation\":" + activation + "}}";
        return READER.read(JsonView.parse(factor).orElseThrow());
    }

    private static String activation(String more) {
        return "{\"user\":{\"id\":\"AAEC\",\"name\":\"jo@contoso.com\",\"displayName\":\"Jo"
                + " Doe\"},\"challenge\":\"Y2hhbGxlbmdl\""
                + more + "}";
    }

    @Test
    void theRelyingPartyIsTheOrgUnlessItIsNamed() {
        EnrolmentOptions options = read(activation("")).orElseThrow();
        assertEquals("contoso.okta.com", options.relyingParty().id());
        assertEquals("https://contoso.okta.com", options.relyingParty().origin());
        assertEquals(
                "login.contoso.com",
                read(activation(",\"rp\":{\"id\":\"login.contoso.com\"}"))
                        .orElseThrow()
                        .relyingParty()
                        .id());
    }

    @Test
    void theEnrolmentIsTheFactor() {
        assertEquals("fwf1", read(activation("")).orElseThrow().enrolmentId());
    }

    @Test
    void aLifeIsAssumedUnlessItIsGiven() {
        assertEquals(NOW.plusSeconds(300), read(activation("")).orElseThrow().expires());
        assertEquals(
                NOW.plusSeconds(60),
                read(activation(",\"timeout\":60000")).orElseThrow().expires());
        assertEquals(
                NOW.plusSeconds(300),
                read(activation(",\"timeout\":0")).orElseThrow().expires());
    }

    @Test
    void excludedCredentialsAreRead() {
        List<CredentialId> excluded = read(activation(
                        ",\"excludeCredentials\":[{\"type\":\"public-key\",\"id\":\"AQID\"},{\"id\":\"!!\"}]"))
                .orElseThrow()
                .exclude();
        assertEquals(List.of(CredentialId.of(new byte[] {1, 2, 3})), excluded);
    }

    @Test
    void withoutAccountOrChallengeThereAreNoOptions() {
        assertEquals(Optional.empty(), read("{}"));
        assertEquals(Optional.empty(), read("{\"challenge\":\"Y2hhbGxlbmdl\"}"));
    }
}
