package org.keyhopper.central.portal.internal.administration;

import com.google.gson.Gson;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.portal.internal.frame.SelectOption;
import org.keyhopper.central.portal.internal.request.ActorNames;
import org.keyhopper.texts.ProblemTexts;

/** The audit trail: latest entries, verification, and all of it as lines of JSON. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
public final class AuditPage {

    private static final int ROWS = 50;
    private static final int AT_ONCE = 500;

    private final Frame frame;
    private final Central central;
    private final ActorNames names;

    public AuditPage(Frame frame, Central central, ActorNames names) {
        this.frame = frame;
        this.central = central;
        this.names = names;
    }

    /** An entry as it is shown; code and stored are its action and subject as they are stored. */
    public record Row(
            long number,
            Instant at,
            String actor,
            String action,
            String subject,
            String problem,
            List<String> facts,
            String code,
            String stored,
            String call) {}

    @GET
    public Response list(@Context ContainerRequestContext context, @QueryParam("before") Long before) {
        Caller caller = frame.caller(context);
        AuditFilter filter = AuditFilter.of(context.getUriInfo().getQueryParameters());
        long upTo = before == null ? Long.MAX_VALUE : before;
        return frame.answered(
                context,
                central.auditReview().latest(caller, filter.period(), upTo, ROWS + 1, filter::wants),
                found -> {
                    List<AuditEntry> shown = found.subList(0, Math.min(ROWS, found.size()));
                    AuditTexts words = words(context);
                    Map<String, Object> values = new HashMap<>(filter.values());
                    values.put("rows", shown.stream().map(it -> row(it, words)).toList());
                    values.put(
                            "next",
                            found.size() > ROWS ? Long.toString(shown.getLast().number()) : "");
                    values.put(
                            "actions",
                            Arrays.stream(AuditAction.values())
                                    .map(each -> new SelectOption(each.name(), words.action(each)))
                                    .sorted(Comparator.comparing(SelectOption::label))
                                    .toList());
                    return frame.page(context, Section.AUDIT, "audit", values);
                });
    }

    private AuditTexts words(ContainerRequestContext context) {
        Locale locale = frame.locale(context);
        return new AuditTexts(PageTexts.of(locale), ProblemTexts.in(locale), names);
    }

    private static Row row(AuditEntry entry, AuditTexts words) {
        AuditEvent event = entry.event();
        return new Row(
                entry.number(),
                entry.at(),
                words.actor(event),
                words.action(event.action()),
                words.subject(event),
                words.problem(event),
                event.facts().entrySet().stream().map(words::fact).toList(),
                event.action().name() + event.problem().map(it -> " " + it).orElse(""),
                event.subject(),
                event.call());
    }

    @GET
    @Path("/verification")
    public Response verify(@Context ContainerRequestContext context) {
        return frame.answered(
                context,
                central.auditReview().verify(frame.caller(context)),
                result -> frame.page(context, Section.AUDIT, "audit-verification", Map.of("result", result)));
    }

    @GET
    @Path("/audit.jsonl")
    public Response export(@Context ContainerRequestContext context) {
        Caller caller = frame.caller(context);
        return frame.answered(context, central.auditTrail().list(caller, Optional.empty(), 1), first -> {
            StreamingOutput lines = out -> write(caller, out);
            return Response.ok(lines, "application/x-ndjson")
                    .header("Content-Disposition", "attachment; filename=\"audit.jsonl\"")
                    .build();
        });
    }

    private void write(Caller caller, OutputStream out) throws IOException {
        Gson json = new Gson();
        Optional<String> after = Optional.empty();
        do {
            Page<AuditEntry> page = central.auditTrail()
                    .list(caller, after, AT_ONCE)
                    .result()
                    .orElseThrow(() -> new IOException("the audit trail may not be seen any more"));
            for (AuditEntry entry : page.items()) {
                out.write((json.toJson(members(entry)) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            after = page.next();
        } while (after.isPresent());
    }

    private static Map<String, Object> members(AuditEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("number", entry.number());
        members.put("at", entry.at().toString());
        members.put("actor", entry.event().actor());
        members.put("action", entry.event().action().name());
        members.put("subject", entry.event().subject());
        entry.event().problem().ifPresent(problem -> members.put("problem", problem));
        members.put("facts", entry.event().facts());
        members.put("call", entry.event().call());
        members.put("hash", entry.hash());
        return members;
    }
}
