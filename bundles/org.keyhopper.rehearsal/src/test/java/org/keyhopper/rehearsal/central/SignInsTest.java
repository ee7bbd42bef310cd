package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.policy.RoleMapping;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.signin.OpenedSession;
import org.keyhopper.central.signin.PasswordHash;
import org.keyhopper.central.signin.ProvenOperator;
import org.keyhopper.central.signin.SignInRules;
import org.keyhopper.central.signin.SignIns;

/** Sessions, the first administrator, the code for emergencies, and where roles come from. */
class SignInsTest extends StationFixture {

    private static final Caller ADMIN = new Caller(
            Caller.Kind.COMMAND, "root", List.of(new Grant(Role.ADMINISTRATOR, new Scope.Everything())), "call");

    /** A hash that a test can wait for. */
    private static final PasswordHash HASH = new PasswordHash() {
        @Override
        public String hash(Secret password) {
            return "hash:" + new String(password.toChars());
        }

        @Override
        public boolean matches(Secret password, String hash) {
            return hash(password).equals(hash);
        }
    };

    private SignIns signIns(Duration idle, Duration absolute, boolean breakGlass) {
        return rig.central().signIns(new SignInRules(idle, absolute, HASH, breakGlass));
    }

    private SignIns signIns() {
        return signIns(Duration.ofMinutes(30), Duration.ofHours(10), true);
    }

    private static ProvenOperator proven(String subject, String login, String... groups) {
        return new ProvenOperator(
                new Operator.Identity("https://issuer", subject),
                login,
                "Name of " + login,
                Map.of("groups", List.of(groups)),
                "id-token");
    }

    private static boolean manages(Caller caller) {
        return caller.may(Privilege.MANAGE_OPERATORS, Place.ORGANISATION);
    }

    @Test
    void newOperatorHasNoRole() {
        OpenedSession opened = done(signIns().signIn("call", proven("1", "ann")));
        Caller caller = signIns().find(opened.cookie(), "call").orElseThrow().caller();
        assertEquals(List.of(), caller.grants());
        assertNotEquals(opened.cookie(), opened.session().hash());
        assertNotEquals(
                opened.cookie(),
                done(signIns().signIn("call", proven("1", "ann"))).cookie(),
                "a new id at each sign-in");
    }

    @Test
    void firstAdministratorIsWhoHasTheCode() {
        try (Secret code = signIns().firstAdministratorCode(ADMIN).orElseThrow()) {
            assertEquals(Optional.empty(), signIns().firstAdministratorCode(ADMIN), "shown at the first start only");
            OpenedSession opened = done(signIns().signIn("call", proven("1", "ann")));
            Caller ann = signIns().find(opened.cookie(), "call").orElseThrow().caller();
            assertRefused(CentralProblem.CODE_NOT_VALID, signIns().becomeAdministrator(ann, Secret.of("AAAAA")));
            assertRefused(CentralProblem.CODE_NOT_VALID, signIns().becomeAdministrator(STATION, code));
            done(signIns().becomeAdministrator(ann, code));
            assertTrue(manages(
                    signIns().find(opened.cookie(), "call").orElseThrow().caller()));
            assertRefused(CentralProblem.CODE_NOT_VALID, signIns().becomeAdministrator(ann, code));
            assertEquals(Optional.empty(), signIns().firstAdministratorCode(ADMIN), "and never again");
        }
    }

    @Test
    void rolesFollowFromTheMappedClaimOnly() {
        Grant officer = new Grant(Role.PIN_OFFICER, new Scope.Everything());
        RoleMapping mapping = new RoleMapping("groups", List.of(new RoleMapping.Rule("pins", officer)), 0);
        done(rig.central().policies().put(ADMIN, mapping));
        OpenedSession opened = done(signIns().signIn("call", proven("1", "ann", "pins", "other")));
        assertEquals(
                List.of(officer),
                signIns().find(opened.cookie(), "call").orElseThrow().caller().grants());
        done(rig.central().policies().put(ADMIN, new RoleMapping("department", mapping.rules(), 1)));
        assertEquals(
                List.of(),
                signIns().find(opened.cookie(), "call").orElseThrow().caller().grants(),
                "the values of another claim do not count");
    }

    @Test
    void customRoleIsTakenAwayWithItsRemoval() {
        Role role = new Role("Clerk", Set.of(Privilege.CREATE_REQUEST));
        done(rig.central().operators().putRole(ADMIN, role, Optional.empty()));
        assertRefused(CentralProblem.ALREADY_EXISTS, rig.central().operators().putRole(ADMIN, role, Optional.empty()));
        Grant grant = new Grant(role, new Scope.OneDirectory("contoso"));
        done(rig.central().operators().create(ADMIN, "k", "ann", List.of(grant)));
        OpenedSession opened = done(signIns().signIn("call", proven("1", "ann")));
        Place contoso = new Place("contoso", "");
        assertTrue(signIns().find(opened.cookie(), "c").orElseThrow().caller().may(Privilege.CREATE_REQUEST, contoso));
        done(rig.central().operators().removeRole(ADMIN, "Clerk", 1));
        assertFalse(signIns().find(opened.cookie(), "c").orElseThrow().caller().may(Privilege.CREATE_REQUEST, contoso));
    }

    @Test
    void loginOfAnotherIdentityIsRefused() {
        done(signIns().signIn("call", proven("1", "ann")));
        assertRefused(CentralProblem.SIGN_IN_REFUSED, signIns().signIn("call", proven("2", "ann")));
    }

    @Test
    void disablingEndsSessions() {
        OpenedSession opened = done(signIns().signIn("call", proven("1", "ann")));
        String id = opened.session().operator().orElseThrow();
        done(rig.central().operators().update(ADMIN, id, 1, List.of(), true));
        assertEquals(Optional.empty(), signIns().find(opened.cookie(), "call"));
        assertRefused(CentralProblem.SIGN_IN_REFUSED, signIns().signIn("call", proven("1", "ann")));
    }

    @Test
    void sessionsEndByTime() {
        OpenedSession opened = done(signIns().signIn("call", proven("1", "ann")));
        assertEquals(
                Optional.empty(),
                signIns(Duration.ZERO, Duration.ofHours(1), true).find(opened.cookie(), "c"));
        assertEquals(Optional.empty(), signIns().find(opened.cookie(), "c"), "and for good");
        OpenedSession brief =
                done(signIns(Duration.ofMinutes(1), Duration.ZERO, true).signIn("call", proven("1", "ann")));
        assertEquals(Optional.empty(), signIns().find(brief.cookie(), "c"));
    }

    @Test
    void signedOutSessionIsGone() {
        OpenedSession opened = done(signIns().signIn("call", proven("1", "ann")));
        signIns().signOut(signIns().find(opened.cookie(), "c").orElseThrow());
        assertEquals(Optional.empty(), signIns().find(opened.cookie(), "c"));
    }

    @Test
    void attemptIsTakenOnceByItsBrowser() {
        signIns().begin("state", "browser", "nonce", "verifier", "/");
        assertEquals(Optional.empty(), signIns().take("state", "another"));
        assertEquals(Optional.empty(), signIns().take("state", "browser"), "spent by the wrong one");
        signIns().begin("state", "browser", "nonce", "verifier", "/");
        assertEquals("nonce", signIns().take("state", "browser").orElseThrow().nonce());
        assertEquals(Optional.empty(), signIns().take("state", "browser"));
    }

    @Test
    void codeForEmergenciesWorksWhenItIsSwitchedOn() {
        try (Secret code = signIns().newBreakGlassCode(ADMIN)) {
            assertRefused(CentralProblem.CODE_NOT_VALID, signIns().breakGlass("call", Secret.of("AAAAA")));
            SignIns off = signIns(Duration.ofMinutes(30), Duration.ofHours(10), false);
            assertRefused(CentralProblem.CODE_NOT_VALID, off.breakGlass("call", code));
            OpenedSession opened = done(signIns().breakGlass("call", code));
            Caller caller =
                    signIns().find(opened.cookie(), "call").orElseThrow().caller();
            assertEquals(Caller.Kind.BREAK_GLASS, caller.kind());
            assertTrue(manages(caller));
            assertEquals(Optional.empty(), off.find(opened.cookie(), "call"), "ends when it is switched off");
            assertEquals(2, rig.refusals(CentralProblem.CODE_NOT_VALID));
        }
    }

    @Test
    void codeForEmergenciesCannotBeGuessed() {
        SignIns one = signIns();
        for (int i = 0; i < 6; i++) {
            assertRefused(CentralProblem.CODE_NOT_VALID, one.breakGlass("call", Secret.of("AAAAA")));
        }
        assertRefused(CentralProblem.TOO_MANY_CALLS, one.breakGlass("call", Secret.of("AAAAA")));
    }
}
