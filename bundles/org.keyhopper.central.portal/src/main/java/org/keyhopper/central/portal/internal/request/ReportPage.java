package org.keyhopper.central.portal.internal.request;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.request.ManagedRequests;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.documents.ReportWording;
import org.keyhopper.documents.RequestReport;
import org.keyhopper.texts.ProblemTexts;

/** The report on a request as a file, as the application writes it. */
@Path("/requests/{request}")
public final class ReportPage {

    private static final int AT_ONCE = 500;

    private final Frame frame;
    private final RequestRows requests;
    private final ManagedRequests managed;

    public ReportPage(Frame frame, RequestRows requests, ManagedRequests managed) {
        this.frame = frame;
        this.requests = requests;
        this.managed = managed;
    }

    /** Writes a document. */
    private interface Writer {
        void write(RequestReport report, ByteArrayOutputStream out) throws IOException;
    }

    @GET
    @Path("/report.csv")
    public Response csv(@Context ContainerRequestContext context, @PathParam("request") String id) {
        return report(context, id, "text/csv; charset=utf-8", "csv", RequestReport::writeCsv);
    }

    @GET
    @Path("/report.json")
    public Response json(@Context ContainerRequestContext context, @PathParam("request") String id) {
        return report(context, id, MediaType.APPLICATION_JSON, "json", RequestReport::writeJson);
    }

    @GET
    @Path("/report.pdf")
    public Response pdf(@Context ContainerRequestContext context, @PathParam("request") String id) {
        Locale locale = frame.locale(context);
        return report(
                context,
                id,
                "application/pdf",
                "pdf",
                (report, out) -> report.writePdf(out, locale, Clock.systemDefaultZone()));
    }

    private Response report(ContainerRequestContext context, String id, String type, String suffix, Writer writer) {
        Caller caller = frame.caller(context);
        Answer<ProvisioningRequest> read =
                results(caller, id).flatMap(people -> requests.find(caller, id).map(row -> with(row, people)));
        return frame.answered(context, read, request -> {
            ProblemTexts texts = ProblemTexts.in(frame.locale(context));
            ReportWording wording = new ReportWording(
                    texts::sentence, problem -> texts.explain(problem).action());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                writer.write(new RequestReport(request, wording), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Response.ok(out.toByteArray(), type)
                    .header("Content-Disposition", "attachment; filename=\"" + request.id() + "." + suffix + "\"")
                    .build();
        });
    }

    private static ProvisioningRequest with(RequestRow row, List<RecipientState> people) {
        ProvisioningRequest head = row.summary().request();
        return new ProvisioningRequest(
                head.id(), head.name(), head.directory(), head.profile(), head.created(), people);
    }

    private Answer<List<RecipientState>> results(Caller caller, String id) {
        List<RecipientState> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Answer<Page<RecipientState>> page = managed.results(caller, RequestRows.id(id), after, AT_ONCE);
            if (page.failure().isPresent()) {
                return Answer.failed(page.failure().get());
            }
            Page<RecipientState> some = page.result().orElseThrow();
            all.addAll(some.items());
            after = some.next();
        } while (after.isPresent());
        return Answer.done(all);
    }
}
