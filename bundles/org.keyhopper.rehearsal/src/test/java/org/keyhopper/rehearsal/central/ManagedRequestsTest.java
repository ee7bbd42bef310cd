package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.policy.Policy;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.request.Approval;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.RequestId;

/** Requests as operators manage them: places, versions, and the second person. */
class ManagedRequestsTest extends StationFixture {

    private static final RequestChange TERMS = new RequestChange(Optional.empty(), Optional.empty(), "");
    private static final Caller ANN = operator("ann", Role.DEVICE_SERVICE_ADMINISTRATOR, new Scope.Everything());
    private static final Caller BEN = operator("ben", Role.DEVICE_SERVICE_ADMINISTRATOR, new Scope.Everything());
    private static final Caller ADMIN = operator("admin", Role.ADMINISTRATOR, new Scope.Everything());

    private static Caller operator(String id, Role role, Scope scope) {
        return new Caller(Caller.Kind.OPERATOR, id, List.of(new Grant(role, scope)), "call");
    }

    @BeforeEach
    void configure() {
        rig.database().directories().put(new DirectoryAccount("contoso", "memory", new Settings(Map.of())));
    }

    private static NewRequest wanted(String site, String... people) {
        List<Recipient> recipients =
                Stream.of(people).map(user -> new Recipient(user, user, "", "")).toList();
        return new NewRequest("Autumn", "contoso", site, Profile.DEFAULT, recipients, TERMS);
    }

    private RequestSummary create(String key, NewRequest request) {
        return done(rig.central().requests().create(ANN, key, request));
    }

    private void privileged(String... members) {
        done(rig.central().policies().put(ADMIN, new Policy(false, Map.of("contoso", List.of("Admins")), 0)));
        rig.directory.members.addAll(List.of(members));
    }

    private Answer<Optional<ClaimedRecipient>> claim(Caller caller, RequestId id, String key) {
        return rig.central().enrolments().claim(caller, id, key, Optional.empty());
    }

    @Test
    void repeatedCallCreatesOneRequest() {
        RequestSummary created = create("k", wanted("", "anna"));
        assertEquals(
                created.request().id(),
                create("k", wanted("", "anna")).request().id());
        assertRefused(
                CentralProblem.IDEMPOTENCY_KEY_REUSED, rig.central().requests().create(ANN, "k", wanted("", "bert")));
        assertEquals(
                2,
                done(rig.central().requests().list(ANN, Optional.empty(), 10))
                        .items()
                        .size());
    }

    @Test
    void refusedCallDoesNotUseUpItsKey() {
        Caller viewer = operator("ann", Role.VIEW_ONLY, new Scope.Everything());
        assertRefused(CentralProblem.NOT_PERMITTED, rig.central().requests().create(viewer, "k", wanted("", "anna")));
        create("k", wanted("", "anna"));
    }

    @Test
    void requestOfAnotherPlaceIsNotSeen() {
        RequestSummary north = create("k", wanted("north", "anna"));
        Caller inNorth = operator("n", Role.VIEW_ONLY, new Scope.OneSite("north"));
        Caller inSouth = operator("s", Role.VIEW_ONLY, new Scope.OneSite("south"));
        assertEquals(
                1,
                done(rig.central().requests().list(inNorth, Optional.empty(), 10))
                        .items()
                        .size());
        assertEquals(
                0,
                done(rig.central().requests().list(inSouth, Optional.empty(), 10))
                        .items()
                        .size());
        RequestId id = north.request().id();
        done(rig.central().requests().find(inNorth, id));
        assertRefused(CentralProblem.NO_SUCH_REQUEST, rig.central().requests().find(inSouth, id));
        assertRefused(CentralProblem.NOT_PERMITTED, rig.central().requests().delete(inNorth, id, 1));
        Caller station = operator("x", Role.OPERATOR, new Scope.OneSite("south"));
        assertRefused(CentralProblem.NOT_PERMITTED, claim(station, id, "c"));
    }

    @Test
    void listHasPages() {
        create("k1", wanted("", "anna"));
        create("k2", wanted("", "anna"));
        var first = done(rig.central().requests().list(ANN, Optional.empty(), 2));
        assertEquals(2, first.items().size());
        var second = done(rig.central().requests().list(ANN, first.next(), 2));
        assertEquals(1, second.items().size());
        assertEquals(Optional.empty(), second.next());
        assertRefused(CentralProblem.BAD_CALL, rig.central().requests().list(ANN, Optional.of("x"), 2));
    }

    @Test
    void oldVersionChangesNothing() {
        RequestId id = create("k", wanted("", "anna")).request().id();
        RequestChange change = new RequestChange(Optional.of("ben"), Optional.empty(), "soon");
        RequestSummary changed = done(rig.central().requests().update(ANN, id, 1, change));
        assertEquals(2, changed.details().version());
        assertRefused(CentralProblem.VERSION_DIFFERS, rig.central().requests().update(BEN, id, 1, TERMS));
        assertEquals(
                "soon", done(rig.central().requests().find(ANN, id)).details().note());
        assertRefused(CentralProblem.VERSION_DIFFERS, rig.central().requests().delete(ANN, id, 1));
        done(rig.central().requests().delete(ANN, id, 2));
        assertRefused(CentralProblem.NO_SUCH_REQUEST, rig.central().requests().find(ANN, id));
    }

    @Test
    void requestInUseIsNotDeleted() {
        rig.claim(STATION, "k");
        assertRefused(CentralProblem.REQUEST_IN_USE, rig.central().requests().delete(ANN, rig.request, 0));
    }

    @Test
    void memberOfPrivilegedGroupNeedsSecondPerson() {
        privileged("anna");
        assertEquals(
                Approval.NOT_NEEDED, create("k1", wanted("", "bert")).details().approval());
        RequestSummary created = create("k2", wanted("", "bert", "ANNA"));
        assertEquals(Approval.NEEDED, created.details().approval());
        RequestId id = created.request().id();
        assertRefused(CentralProblem.APPROVAL_NEEDED, claim(STATION, id, "c1"));
        assertRefused(CentralProblem.OWN_REQUEST, rig.central().requests().approve(ANN, id));
        Caller program = new Caller(Caller.Kind.API_CLIENT, "p", ADMIN.grants(), "call");
        assertRefused(CentralProblem.OWN_REQUEST, rig.central().requests().approve(program, id));
        assertEquals(
                Approval.GIVEN,
                done(rig.central().requests().approve(BEN, id)).details().approval());
        assertTrue(done(claim(STATION, id, "c2")).isPresent());
    }

    @Test
    void approvalIsNeededWhenTheDirectoryCannotBeAsked() {
        privileged("anna");
        rig.directory.unreachable = Optional.of(Problem.of(DirectoryProblem.UNREACHABLE));
        assertEquals(Approval.NEEDED, create("k", wanted("", "bert")).details().approval());
    }

    @Test
    void memberUnderAnotherNameIsFoundWhenTheEnrolmentBegins() {
        privileged("id-of-anna");
        RequestId id = create("k", wanted("", "alias")).request().id();
        rig.directory.ids.put("alias", "id-of-anna");
        long claim = done(claim(STATION, id, "c")).orElseThrow().claim();
        assertRefused(CentralProblem.APPROVAL_NEEDED, calls().begin(STATION, claim, device.report()));
        assertEquals(
                Approval.NEEDED,
                done(rig.central().requests().find(ANN, id)).details().approval());
        done(rig.central().requests().approve(BEN, id));
        done(calls().begin(STATION, claim, device.report()));
    }

    @Test
    void unknownDirectoryIsRefused() {
        NewRequest elsewhere = new NewRequest("Autumn", "nowhere", "", Profile.DEFAULT, List.of(), TERMS);
        assertRefused(CentralProblem.NO_SUCH_DIRECTORY, rig.central().requests().create(ANN, "k", elsewhere));
    }
}
