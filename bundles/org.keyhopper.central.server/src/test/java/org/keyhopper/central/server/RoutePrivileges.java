package org.keyhopper.central.server;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.keyhopper.central.access.Privilege;

/** The privileges that the routes of the OpenAPI document need; a change of one has to be made here, too. */
final class RoutePrivileges {

    private static final Set<Privilege> SIGHT = Set.of(Privilege.MANAGE_OPERATORS, Privilege.VIEW_AUDIT_TRAIL);

    /** What a route needs: one of these privileges. A route that is missing here fails the test. */
    static final Map<String, Set<Privilege>> NEEDED = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /api/v1/requests", Set.of(Privilege.VIEW_REQUESTS)),
            Map.entry("POST /api/v1/requests", Set.of(Privilege.CREATE_REQUEST)),
            Map.entry("GET /api/v1/requests/{request}", Set.of(Privilege.VIEW_REQUESTS)),
            Map.entry("PUT /api/v1/requests/{request}", Set.of(Privilege.CREATE_REQUEST)),
            Map.entry("DELETE /api/v1/requests/{request}", Set.of(Privilege.DELETE_REQUEST)),
            Map.entry("POST /api/v1/requests/{request}/approval", Set.of(Privilege.APPROVE_REQUEST)),
            Map.entry("POST /api/v1/requests/{request}/retry", Set.of(Privilege.PROVISION_NOW)),
            Map.entry("GET /api/v1/requests/{request}/people", Set.of(Privilege.VIEW_REQUESTS)),
            Map.entry("GET /api/v1/requests/{request}/results", Set.of(Privilege.DOWNLOAD_PROVISIONED_USERS)),
            Map.entry("POST /api/v1/requests/{request}/claims", Set.of(Privilege.PROVISION_NOW)),
            Map.entry("GET /api/v1/requests/{request}/unclear", Set.of(Privilege.VIEW_REQUESTS)),
            Map.entry("GET /api/v1/requests/{request}/pins", Set.of(Privilege.VIEW_INITIAL_PIN)),
            Map.entry("POST /api/v1/requests/{request}/recipients/{position}/pin", Set.of(Privilege.VIEW_INITIAL_PIN)),
            Map.entry(
                    "POST /api/v1/requests/{request}/recipients/{position}/reconciliation",
                    Set.of(Privilege.PROVISION_NOW)),
            Map.entry(
                    "POST /api/v1/requests/{request}/recipients/{position}/revocation",
                    Set.of(Privilege.REVOKE_DEVICES)),
            Map.entry(
                    "POST /api/v1/requests/{request}/recipients/{position}/proof-claim",
                    Set.of(Privilege.PROVISION_NOW)),
            Map.entry("GET /api/v1/station/requests/{request}", Set.of(Privilege.VIEW_REQUESTS)),
            Map.entry("POST /api/v1/people/export", Set.of(Privilege.MANAGE_DIRECTORIES)),
            Map.entry("POST /api/v1/people/erasure", Set.of(Privilege.MANAGE_DIRECTORIES)),
            Map.entry("GET /api/v1/inventory", Set.of(Privilege.VIEW_INVENTORY)),
            Map.entry("GET /api/v1/audit", Set.of(Privilege.VIEW_AUDIT_TRAIL)),
            Map.entry("GET /api/v1/operators", SIGHT),
            Map.entry("POST /api/v1/operators", Set.of(Privilege.MANAGE_OPERATORS)),
            Map.entry("GET /api/v1/operators/{operator}", SIGHT),
            Map.entry("PUT /api/v1/operators/{operator}", Set.of(Privilege.MANAGE_OPERATORS)),
            Map.entry("GET /api/v1/roles", SIGHT),
            Map.entry("PUT /api/v1/roles/{role}", Set.of(Privilege.MANAGE_OPERATORS)),
            Map.entry("DELETE /api/v1/roles/{role}", Set.of(Privilege.MANAGE_OPERATORS)),
            Map.entry("GET /api/v1/stations", SIGHT),
            Map.entry("POST /api/v1/stations/codes", Set.of(Privilege.MANAGE_OPERATORS)),
            Map.entry("GET /api/v1/stations/{station}", SIGHT),
            Map.entry("GET /api/v1/stations/{station}/report", SIGHT),
            Map.entry("GET /api/v1/requests/{request}/recipients/{position}/steps", Set.of(Privilege.VIEW_REQUESTS)),
            Map.entry("PUT /api/v1/stations/{station}", Set.of(Privilege.MANAGE_OPERATORS)),
            Map.entry("DELETE /api/v1/stations/{station}", Set.of(Privilege.MANAGE_OPERATORS)),
            Map.entry("GET /api/v1/api-clients", SIGHT),
            Map.entry("POST /api/v1/api-clients/codes", Set.of(Privilege.MANAGE_OPERATORS)),
            Map.entry("GET /api/v1/api-clients/{client}", SIGHT),
            Map.entry("PUT /api/v1/api-clients/{client}", Set.of(Privilege.MANAGE_OPERATORS)),
            Map.entry("DELETE /api/v1/api-clients/{client}", Set.of(Privilege.MANAGE_OPERATORS)),
            Map.entry("GET /api/v1/policy", Set.of(Privilege.MANAGE_PROFILES, Privilege.VIEW_AUDIT_TRAIL)),
            Map.entry("PUT /api/v1/policy", Set.of(Privilege.MANAGE_PROFILES)),
            Map.entry("GET /api/v1/directories/{directory}/confirmed-changes", Set.of(Privilege.MANAGE_DIRECTORIES)),
            Map.entry("PUT /api/v1/directories/{directory}/confirmed-changes", Set.of(Privilege.MANAGE_DIRECTORIES)),
            Map.entry("GET /api/v1/role-mapping", SIGHT),
            Map.entry("PUT /api/v1/role-mapping", Set.of(Privilege.MANAGE_OPERATORS))));

    /** Who the caller is, and the calls for a claim, whose privilege is checked when there is such a claim. */
    static final Set<String> WITHOUT_PRIVILEGE = Set.of(
            "GET /api/v1/session",
            "GET /api/v1/licence",
            "GET /api/v1/escrow-certificate",
            "GET /api/v1/station/requests",
            "DELETE /api/v1/station",
            "POST /api/v1/station/journal",
            "PUT /api/v1/station/printers",
            "GET /api/v1/station/assignments",
            "POST /api/v1/claims/{claim}/pin",
            "POST /api/v1/claims/{claim}/pin/confirmation",
            "POST /api/v1/claims/{claim}/renewal",
            "POST /api/v1/claims/{claim}/enrolment",
            "POST /api/v1/claims/{claim}/registration",
            "POST /api/v1/claims/{claim}/proof",
            "POST /api/v1/claims/{claim}/release");

    private RoutePrivileges() {}
}
