package org.keyhopper.central.portal.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.licence.Licence;
import org.keyhopper.central.licence.LicenceStatus;
import org.keyhopper.central.portal.PortalServices;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.portal.internal.request.RequestRow;
import org.keyhopper.central.portal.internal.request.RequestRows;
import org.keyhopper.central.request.EndedAttempts;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.StationContact;
import org.keyhopper.central.station.Stations;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.texts.ProblemTexts;

/** The start page: what is waiting, by the privileges of the operator. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class OverviewPage {

    private static final int SHOWN = 5;

    private static final int DAYS = 7;
    private static final int SOON_DAYS = 30;
    private static final int STATIONS = 500;

    private final Frame frame;
    private final RequestRows requests;
    private final PortalServices services;

    public OverviewPage(Frame frame, RequestRows requests, PortalServices services) {
        this.frame = frame;
        this.requests = requests;
        this.services = services;
    }

    @GET
    public Response show(@Context ContainerRequestContext context, @QueryParam("site") String site) {
        Caller caller = frame.caller(context);
        if (caller.grants().isEmpty()) {
            return withoutRole(frame, context, Optional.empty());
        }
        boolean sees = caller.lacksEverywhere(Privilege.VIEW_REQUESTS).isEmpty();
        List<RequestRow> all = sees ? requests.all(caller).result().orElse(List.of()) : List.of();
        Map<String, Object> values = new HashMap<>();
        values.put("sees", sees);
        values.put("mayCreate", caller.lacksEverywhere(Privilege.CREATE_REQUEST).isEmpty());
        // What waits for the operator's approval is listed as such.
        values.put(
                "open",
                all.stream()
                        .filter(row -> row.open() && !row.mayApprove())
                        .limit(SHOWN)
                        .toList());
        values.put("noRequests", all.isEmpty());
        values.put(
                "approvals",
                all.stream().filter(RequestRow::mayApprove).limit(SHOWN).toList());
        values.put(
                "mine",
                all.stream()
                        .filter(row -> row.open()
                                && row.summary()
                                        .details()
                                        .assignee()
                                        .filter(caller.id()::equals)
                                        .isPresent())
                        .limit(SHOWN)
                        .toList());
        values.put(
                "pending", all.stream().mapToInt(row -> row.tally().pending()).sum());
        addFigures(context, site, values);
        values.put("overdue", overduePins(caller, all));
        addStations(caller, values);
        addEnds(caller, values);
        return frame.page(context, Section.OVERVIEW, "overview", values);
    }

    private void addFigures(ContainerRequestContext context, String site, Map<String, Object> values) {
        Caller caller = frame.caller(context);
        Instant midnight = LocalDate.now().atStartOfDay(ZoneId.systemDefault()).toInstant();
        List<EndedAttempts> week = ended(caller, Instant.now().minus(Duration.ofDays(DAYS)));
        List<String> sites = OverviewFigures.sites(week);
        String chosen = OverviewFigures.chosen(sites, site);
        ProblemTexts texts = ProblemTexts.in(frame.locale(context));
        values.put("sites", sites);
        values.put("site", chosen);
        values.put("today", OverviewFigures.of(ended(caller, midnight), chosen, texts));
        values.put("week", OverviewFigures.of(week, chosen, texts));
    }

    private List<EndedAttempts> ended(Caller caller, Instant since) {
        return caller.lacksEverywhere(Privilege.VIEW_REQUESTS).isPresent()
                ? List.of()
                : services.central()
                        .requestProgress()
                        .endedSince(caller, since)
                        .result()
                        .orElse(List.of());
    }

    /** PINs of a request that their people should have confirmed by now. */
    public record OverduePins(RequestRow request, int number) {}

    private List<OverduePins> overduePins(Caller caller, List<RequestRow> all) {
        Map<RequestId, Integer> overdue = services.escrow().overdue(caller);
        return all.stream()
                .filter(row -> overdue.containsKey(RequestRows.id(row.id())))
                .map(row -> new OverduePins(row, overdue.get(RequestRows.id(row.id()))))
                .sorted(Comparator.comparing(OverduePins::number).reversed())
                .limit(SHOWN)
                .toList();
    }

    /** Stations are shown to those who may see all of them. */
    private void addStations(Caller caller, Map<String, Object> values) {
        boolean sees = caller.lacksSightOfAccess().isEmpty();
        Stations stations = services.central().stations();
        Map<String, StationContact> contacts =
                sees ? stations.contacts(caller).result().orElse(Map.of()) : Map.of();
        List<StationRow> rows = sees
                ? stations.list(caller, Station.Kind.STATION, Optional.empty(), STATIONS).result().stream()
                        .flatMap(page -> page.items().stream())
                        .filter(station -> !station.revoked())
                        .map(station -> StationRow.of(station, contacts.get(station.id())))
                        .sorted(Comparator.comparing(StationRow::onLine)
                                .reversed()
                                .thenComparing(StationRow::name))
                        .toList()
                : List.of();
        values.put("seesStations", sees);
        values.put("stations", rows.stream().limit(2 * SHOWN).toList());
        values.put("joined", rows.size());
        values.put("onLine", rows.stream().filter(StationRow::onLine).count());
    }

    /** What ends: the certificate of the server and the licence for those who manage the licence, secrets of directories. */
    private void addEnds(Caller caller, Map<String, Object> values) {
        boolean sees = caller.lacksEverywhere(Privilege.MANAGE_LICENCE).isEmpty();
        List<SecretEnd> secrets = secretEnds(caller);
        values.put("secretEnds", secrets);
        values.put("seesLicence", sees);
        values.put("seesEnds", sees || !secrets.isEmpty());
        if (!sees) {
            return;
        }
        LicenceStatus status = services.licensing().status();
        Optional<Licence> licence = status.licence();
        values.put("licence", licence.orElse(null));
        values.put("devices", status.devices());
        values.put("most", licence.map(it -> it.devicesPerYear().orElse(0)).orElse(0));
        values.put("daysLeft", status.daysLeft().orElse(-1));
        values.put(
                "metadata", services.central().metadata().map(MetadataRow::of).orElse(null));
        Instant end = services.certificateEnd().orElse(null);
        values.put("certificateEnd", end);
        values.put("certificateSoon", end != null && end.isBefore(Instant.now().plus(Duration.ofDays(SOON_DAYS))));
    }

    /** When the secret of a directory ends. */
    public record SecretEnd(String directory, LocalDate day, boolean soon) {}

    /** The noted ends, the next one first, for those who manage the directories. */
    private List<SecretEnd> secretEnds(Caller caller) {
        if (caller.lacksEverywhere(Privilege.MANAGE_DIRECTORIES).isPresent()) {
            return List.of();
        }
        LocalDate soon = LocalDate.now().plusDays(SOON_DAYS);
        return services.central().configuredDirectories().list(caller).result().stream()
                .flatMap(List::stream)
                .flatMap(directory ->
                        directory
                                .secretEnd()
                                .map(day -> new SecretEnd(directory.name(), day, !day.isAfter(soon)))
                                .stream())
                .sorted(Comparator.comparing(SecretEnd::day))
                .toList();
    }

    /** Shows the page of someone without a role. */
    public static Response withoutRole(Frame frame, ContainerRequestContext context, Optional<Problem> problem) {
        String sentence = problem.map(it -> frame.explain(context, it).cause()).orElse("");
        return frame.page(
                context, Section.OVERVIEW, "no-role", Map.of("problem", sentence), problem.isPresent() ? 403 : 200);
    }
}
