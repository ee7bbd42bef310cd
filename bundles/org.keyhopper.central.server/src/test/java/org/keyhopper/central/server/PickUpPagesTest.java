package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.PinDelivery;

/** Pick-up over HTTP: the column of the PIN office, and the refusals of requests without a valid link or session. */
class PickUpPagesTest extends PortalFixture {

    private static final byte[] SEALED = {1};

    @Override
    Optional<PickUpSettings> pickUp() throws Exception {
        return Optional.of(PickUpSandbox.in(folder));
    }

    private static String text(String key) {
        return PageTemplates.text(Locale.ENGLISH, key);
    }

    /** A PIN in escrow that the device has accepted; a station of an earlier version seals no copy of it. */
    private Enrolment escrowed(boolean withCopy) {
        return database.store().write(in -> {
            ProvisioningRequest found =
                    in.requestWithRecipients(new RequestId(request)).orElseThrow();
            Enrolment claimed = in.enrolments()
                    .claimNext(found, "desk", withCopy ? "b" : "a", Duration.ofMinutes(1))
                    .orElseThrow();
            in.escrow()
                    .put(new SealedPin(claimed.claim(), claimed.recipient(), SEALED, true, in.now(), PinDelivery.NONE));
            if (withCopy) {
                in.pickUps().put(claimed.claim(), claimed.recipient(), SEALED, in.now());
            }
            return claimed;
        });
    }

    @Test
    void officeSeesWhoHasNoCopyAndInvitesTheOthers() throws Exception {
        Enrolment old = escrowed(false);
        Enrolment fresh = escrowed(true);
        TestBrowser office = signedIn(Role.PIN_OFFICER);
        String path = "/requests/" + request + "/pins";
        HttpResponse<String> page = page(office, path);
        assertTrue(page.body().contains(text("pins.pickUp.NONE")), page.body());
        assertTrue(page.body().contains(text("pins.pickUp.WAITING")), page.body());
        assertTrue(page.body().contains(text("pins.pickUp.guarantee")), page.body());
        String csrf = TestBrowser.csrf(page);
        assertEquals(404, invited(office, old, csrf).statusCode());
        assertEquals(303, invited(office, fresh, csrf).statusCode());
        assertEquals(403, invited(office, fresh, "forged").statusCode());
        TestBrowser operator = signedIn(Role.OPERATOR);
        assertEquals(
                403,
                invited(operator, fresh, TestBrowser.csrf(page(operator, "/"))).statusCode());
        long done = database.store().write(in -> in.audit().after(0, 1000)).stream()
                .filter(entry -> entry.event().action() == AuditAction.PICK_UP_REINVITED
                        && entry.event().problem().isEmpty())
                .count();
        assertEquals(1, done);
    }

    private HttpResponse<String> invited(TestBrowser browser, Enrolment of, String csrf) throws Exception {
        int position = of.recipient().position();
        return browser.post("/requests/" + request + "/pins/" + position + "/invitation", Map.of("csrf", csrf));
    }

    @Test
    void withoutALinkOrASessionNothingIsShown() throws Exception {
        TestBrowser browser = new TestBrowser(server.url().toString());
        for (String path : List.of("/pick-up/guessed", "/pick-up/guessed/sign-in")) {
            HttpResponse<String> unknown = page(browser, path);
            assertEquals(404, unknown.statusCode(), path);
            assertTrue(unknown.body().contains("Service desk"), unknown.body());
            assertEquals(
                    "no-store", unknown.headers().firstValue("Cache-Control").orElseThrow());
        }
        assertEquals(403, page(browser, "/pick-up").statusCode());
        assertEquals(403, browser.post("/pick-up/pin", Map.of("csrf", "x")).statusCode());
        assertEquals(403, browser.post("/pick-up/confirmation", Map.of()).statusCode());
        assertFalse(browser.cookies.containsKey("__Host-keyhopper-pick-up"));
    }

    /** A session of an operator is none of a person, and lets no one see a PIN. */
    @Test
    void operatorsPickUpNothing() throws Exception {
        TestBrowser office = signedIn(Role.ADMINISTRATOR);
        String csrf = TestBrowser.csrf(page(office, "/"));
        assertEquals(403, page(office, "/pick-up").statusCode());
        assertEquals(403, office.post("/pick-up/pin", Map.of("csrf", csrf)).statusCode());
    }
}
