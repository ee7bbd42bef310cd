package org.keyhopper.central.portal.internal.create;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.directory.DirectoryPeople;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.portal.internal.request.RequestRows;

/** Shows the form of a new request. */
public final class NewRequestView {

    private final Frame frame;
    private final DirectoryPeople directory;
    private final RequestRows requests;

    public NewRequestView(Frame frame, DirectoryPeople directory, RequestRows requests) {
        this.frame = frame;
        this.directory = directory;
        this.requests = requests;
    }

    /** What is shown beside the form. */
    record Shown(
            String notice,
            Optional<Problem> problem,
            List<DraftReader.Fault> faults,
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

        static Shown faults(List<DraftReader.Fault> faults) {
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
            values.put(
                    "options",
                    Stream.of(Profile.Option.values()).map(Enum::name).toList());
            values.put("found", shown.people());
            values.put("groups", shown.groups());
            values.put("searched", shown.searched());
            values.put("report", shown.notice());
            values.put(
                    "problem",
                    shown.problem().map(it -> frame.explain(context, it)).orElse(null));
            values.put("faults", byField(shown.faults()));
            values.put("wrong", !shown.faults().isEmpty());
            return frame.page(context, Section.PROVISIONING, "request-new", values, status);
        });
    }

    /** A field that has none is there with an empty list, since templates take a missing one for a mistake. */
    private static Map<String, List<String>> byField(List<DraftReader.Fault> faults) {
        Map<String, List<String>> byField = faults.stream()
                .collect(Collectors.groupingBy(
                        DraftReader.Fault::field,
                        HashMap::new,
                        Collectors.mapping(DraftReader.Fault::message, Collectors.toList())));
        Stream.of(
                        "name",
                        "directory",
                        "site",
                        "people",
                        "group",
                        "due",
                        "note",
                        "assignee",
                        "digits",
                        "minimum",
                        "deviceName",
                        "models")
                .forEach(field -> byField.putIfAbsent(field, List.of()));
        return byField;
    }

    Response progress(ContainerRequestContext context, String id, GroupJob job) {
        return frame.page(context, Section.PROVISIONING, "request-group", Map.of("id", id, "job", job));
    }
}
