package org.keyhopper.central.portal.internal.create;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.directory.DirectoryPeople;
import org.keyhopper.central.portal.internal.frame.FieldFault;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.portal.internal.profile.ProfileFields;
import org.keyhopper.central.portal.internal.request.RequestRows;
import org.keyhopper.central.profile.NamedProfile;
import org.keyhopper.central.profile.Profiles;

/** Shows the form of a new request. */
public final class NewRequestView {

    private static final List<String> FIELDS = Stream.concat(
                    Stream.of("name", "directory", "site", "people", "group", "due", "note", "assignee"),
                    ProfileFields.NAMES.stream())
            .toList();

    private final Frame frame;
    private final DirectoryPeople directory;
    private final RequestRows requests;
    private final Profiles profiles;

    public NewRequestView(Frame frame, DirectoryPeople directory, RequestRows requests, Profiles profiles) {
        this.frame = frame;
        this.directory = directory;
        this.requests = requests;
        this.profiles = profiles;
    }

    /** What is shown beside the form. */
    record Shown(
            String notice,
            Optional<Problem> problem,
            List<FieldFault> faults,
            List<DirectoryUser> people,
            List<DirectoryGroup> groups,
            boolean searched) {

        static final Shown NOTHING = notice("");

        static Shown notice(String text) {
            return new Shown(text, Optional.empty(), List.of(), List.of(), List.of(), false);
        }

        static Shown problem(Problem problem) {
            return new Shown("", Optional.of(problem), List.of(), List.of(), List.of(), false);
        }

        static Shown faults(List<FieldFault> faults) {
            return new Shown("", Optional.empty(), faults, List.of(), List.of(), false);
        }

        static Shown found(List<DirectoryUser> people, List<DirectoryGroup> groups) {
            return new Shown("", Optional.empty(), List.of(), people, groups, true);
        }
    }

    Response show(ContainerRequestContext context, Draft draft, Shown shown, int status) {
        return frame.answered(context, directory.directories(frame.caller(context)), directories -> {
            Map<String, Object> values = new HashMap<>();
            values.put("draft", draft);
            values.put("directories", directories);
            values.put("assignees", requests.assignees());
            values.put("options", ProfileFields.options());
            values.put("profiles", names(frame.caller(context)));
            values.put("found", shown.people());
            values.put("groups", shown.groups());
            values.put("searched", shown.searched());
            values.put("report", shown.notice());
            values.put(
                    "problem",
                    shown.problem().map(it -> frame.explain(context, it)).orElse(null));
            values.put("faults", FieldFault.byField(shown.faults(), FIELDS));
            values.put("wrong", !shown.faults().isEmpty());
            return frame.page(context, Section.PROVISIONING, "request-new", values, status);
        });
    }

    private List<String> names(Caller caller) {
        return profiles.list(caller).result().orElse(List.of()).stream()
                .map(NamedProfile::name)
                .toList();
    }

    Response progress(ContainerRequestContext context, String id, GroupJob job) {
        return frame.page(context, Section.PROVISIONING, "request-group", Map.of("id", id, "job", job));
    }
}
