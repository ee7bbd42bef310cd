package org.keyhopper.central.portal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.Central;
import org.keyhopper.central.portal.internal.OverviewPage;
import org.keyhopper.central.portal.internal.administration.ApiClientRoutes;
import org.keyhopper.central.portal.internal.administration.AuditPage;
import org.keyhopper.central.portal.internal.administration.ConfirmedChangesPage;
import org.keyhopper.central.portal.internal.administration.DirectoriesPage;
import org.keyhopper.central.portal.internal.administration.OperatorsPage;
import org.keyhopper.central.portal.internal.administration.RolesPage;
import org.keyhopper.central.portal.internal.administration.SettingsPage;
import org.keyhopper.central.portal.internal.administration.StationRoutes;
import org.keyhopper.central.portal.internal.create.GroupJobs;
import org.keyhopper.central.portal.internal.create.NewRequestPage;
import org.keyhopper.central.portal.internal.create.NewRequestView;
import org.keyhopper.central.portal.internal.download.DownloadFolder;
import org.keyhopper.central.portal.internal.download.DownloadsPage;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.inventory.DevicePage;
import org.keyhopper.central.portal.internal.inventory.InventoryPage;
import org.keyhopper.central.portal.internal.inventory.ShipmentsPage;
import org.keyhopper.central.portal.internal.pins.PinOfficePage;
import org.keyhopper.central.portal.internal.profile.ProfilesPage;
import org.keyhopper.central.portal.internal.request.EventsPage;
import org.keyhopper.central.portal.internal.request.LiveEvents;
import org.keyhopper.central.portal.internal.request.LiveView;
import org.keyhopper.central.portal.internal.request.ReportPage;
import org.keyhopper.central.portal.internal.request.RequestChangePage;
import org.keyhopper.central.portal.internal.request.RequestPage;
import org.keyhopper.central.portal.internal.request.RequestRows;
import org.keyhopper.central.portal.internal.request.RequestsPage;

/** The pages of those who are signed in, as resources of Jakarta REST. */
public final class Portal implements AutoCloseable {

    private final List<Object> resources;
    private final Frame frame;
    private final GroupJobs groups;
    private final LiveEvents events;

    public Portal(PortalServices services, PageTemplates templates) {
        Central central = services.central();
        frame = new Frame(services, templates);
        RequestRows rows = new RequestRows(central);
        events = new LiveEvents(central.requestProgress()::revision);
        LiveView live = new LiveView(central.requestProgress());
        groups = new GroupJobs(central.directoryPeople());
        NewRequestView form = new NewRequestView(frame, central.directoryPeople(), rows, central.profiles());
        resources = List.of(
                new NewRequestPage(frame, form, central, services.licensing(), groups),
                new OverviewPage(frame, rows, services),
                new RequestsPage(frame, rows),
                new RequestPage(frame, rows, central, live),
                new RequestChangePage(frame, rows, central.requests()),
                new EventsPage(frame, rows, live, events, templates),
                new ReportPage(frame, rows, central.requests()),
                new PinOfficePage(frame, rows, central, services),
                new InventoryPage(frame, central),
                new DevicePage(frame, central, rows.names()),
                new ShipmentsPage(frame, central),
                new AuditPage(frame, central, rows.names()),
                new OperatorsPage(frame, central.operators()),
                new RolesPage(frame, central),
                new StationRoutes(frame, central),
                new ApiClientRoutes(frame, central),
                new DirectoriesPage(frame, central),
                new ConfirmedChangesPage(frame, central),
                new ProfilesPage(frame, central.profiles(), rows),
                new SettingsPage(frame, central, services),
                new DownloadsPage(
                        frame,
                        new DownloadFolder(services.downloads()),
                        new UpdateSite(services.downloads()),
                        services.publicUrl()));
    }

    /** Shows the page of someone without a role, with the problem of a code that was entered there. */
    public Response withoutRole(ContainerRequestContext context, Problem problem) {
        return OverviewPage.withoutRole(frame, context, Optional.of(problem));
    }

    /** Returns the resources to be registered. Each of their methods is for those who are signed in. */
    public List<Object> resources() {
        return resources;
    }

    /** Ends the streams of events, which would hold up the end of the server, and what is read in the background. */
    @Override
    public void close() {
        events.close();
        groups.close();
    }
}
