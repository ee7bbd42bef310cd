package org.keyhopper.directory.support.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.settings.Secret;

class TokenHolderTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private int asked;
    private boolean refuses;

    private final TokenHolder holder = new TokenHolder(this::obtain, CLOCK);

    private Answer<AccessToken> obtain() {
        asked++;
        return refuses
                ? Answer.failed(Problem.of(DirectoryProblem.SIGN_IN_REFUSED, "x"))
                : Answer.done(new AccessToken("t" + asked, NOW, Duration.ofHours(1)));
    }

    @Test
    void oneTokenServesManyRequests() {
        AccessToken first = holder.current().result().orElseThrow();
        assertSame(first, holder.current().result().orElseThrow());
        assertEquals(1, asked);
    }

    @Test
    void aRefusedTokenIsReplacedOnceForAllWhoHadIt() {
        AccessToken first = holder.current().result().orElseThrow();
        AccessToken second = holder.renewed(first).result().orElseThrow();
        assertNotSame(first, second);
        assertSame(second, holder.renewed(first).result().orElseThrow());
        assertEquals(2, asked);
    }

    @Test
    void aRefusalIsAskedAboutAgainNextTime() {
        refuses = true;
        assertTrue(holder.current().failure().isPresent());
        refuses = false;
        assertTrue(holder.current().result().isPresent());
    }

    @Test
    void tokenForWhichNoPersonIsNeededIsForgottenWhenIdle() throws InterruptedException {
        Duration idle = Duration.ofMillis(50);
        TokenHolder unattended = new TokenHolder(TokenGrant.unattended(this::obtain), CLOCK, idle);
        unattended.current();
        Thread.sleep(1000);
        unattended.current();
        assertEquals(2, asked);
        TokenHolder person = new TokenHolder(this::obtain, CLOCK, idle);
        person.current();
        Thread.sleep(1000);
        person.current();
        assertEquals(3, asked);
    }

    @ParameterizedTest
    @CsvSource({"3600, 3300", "60, 48", "300, 240"})
    void aTokenIsRenewedSomeTimeBeforeItsEnd(long life, long renewal) {
        AccessToken token = new AccessToken("t", NOW, Duration.ofSeconds(life));
        assertFalse(token.isDue(NOW.plusSeconds(renewal - 1)));
        assertTrue(token.isDue(NOW.plusSeconds(renewal)));
    }

    @Test
    void tokensAndFormsDoNotShowThemselves() {
        assertFalse(new AccessToken("geheim", NOW, Duration.ZERO).toString().contains("geheim"));
        try (Form form = new Form().with("client_secret", Secret.of("geheim"))) {
            assertFalse(form.toString().contains("geheim"));
        }
    }

    @Test
    void aFormEncodesTextAndSecretsAlike() {
        try (Form form = new Form().with("a", "x y&z").with("b", Secret.of("ü=&"))) {
            assertEquals("a=x%20y%26z&b=%C3%BC%3D%26", new String(form.toBytes(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aFormOfSecretsIsEmptyAfterUse() {
        Form form = new Form().with("b", Secret.of("x".repeat(1000)));
        form.close();
        assertEquals("", new String(form.toBytes(), StandardCharsets.US_ASCII).replace("\0", ""));
    }

    @Test
    void claimsAreReadWhereTheTokenIsAJwtAndElseUnknown() {
        String payload = Base64.getUrlEncoder()
                .encodeToString("{\"oid\":\"o\",\"scp\":\"a b\",\"roles\":[\"c\"]}".getBytes(StandardCharsets.UTF_8));
        TokenClaims claims = TokenClaims.of("e30." + payload + ".x");
        assertEquals(Optional.of("o"), claims.subject());
        assertEquals(Set.of("a", "b", "c"), claims.rights());
        assertEquals(TokenClaims.NONE, TokenClaims.of("opaque"));
        assertEquals(TokenClaims.NONE, TokenClaims.of("a.!!.b"));
    }
}
