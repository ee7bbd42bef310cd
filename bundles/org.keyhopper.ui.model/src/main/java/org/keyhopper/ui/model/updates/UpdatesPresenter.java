package org.keyhopper.ui.model.updates;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.Part;
import org.keyhopper.api.update.SiteContent;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.api.update.UpdateProblem;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** The presenter of the dialog for updates or for drivers, one per dialog. All methods are fast, on any thread. */
public final class UpdatesPresenter {

    /** The purpose of the dialog. */
    public enum Purpose {
        UPDATES,
        DRIVERS
    }

    private final WorkbenchContext context;
    private final Updates updates;
    private final Purpose purpose;
    private final String preferredSite;
    private final UpdateRows rows;
    private final ObservableState<UpdatesState> states;

    public UpdatesPresenter(WorkbenchContext context, Updates updates, Purpose purpose) {
        this(context, updates, purpose, "");
    }

    /** @param preferredSite offered first unless the policy names sites; empty for that of the product */
    public UpdatesPresenter(WorkbenchContext context, Updates updates, Purpose purpose, String preferredSite) {
        this.preferredSite = preferredSite;
        this.context = context;
        this.updates = updates;
        this.purpose = purpose;
        rows = new UpdateRows(context);
        states = new ObservableState<>(
                new UpdatesState("", false, List.of(), false, false, Optional.empty()), context.rateLimiter());
        context.inBackground(this::begin, this::showNotice);
    }

    public ObservableState<UpdatesState> states() {
        return states;
    }

    public void site(String address) {
        states.update(state -> state.at(address));
    }

    /** Reads the content of the site, unless an operation is in progress. */
    public void checkSite() {
        work(() -> checkSite(states.get().site()));
    }

    /**
     * Installs updates and the chosen units, unless an operation is in progress.
     *
     * @param untrusted whether the operator has accepted untrusted content
     */
    public void apply(Set<String> chosen, boolean untrusted) {
        work(() -> apply(states.get().site(), chosen, untrusted));
    }

    private void work(Runnable task) {
        if (!states.get().busy()) {
            states.update(state -> state.working(new Notice(context.text("upkeep.looking"), Tint.ACTIVE)));
            context.inBackground(task, this::showNotice);
        }
    }

    private void begin() {
        Optional<String> usual = firstSite();
        usual.ifPresent(this::site);
        attempt(() -> {
            List<UpdateRow> present = present();
            states.update(state -> new UpdatesState(state.site(), false, present, false, false, dropInProblem()));
        });
        if (usual.isPresent() && purpose == Purpose.UPDATES) {
            checkSite();
        }
    }

    private Optional<String> firstSite() {
        boolean free = context.station().policy().updates().sites().isEmpty();
        return free && !preferredSite.isEmpty()
                ? Optional.of(preferredSite)
                : updates.updates().get().defaultSite().map(URI::toString);
    }

    /** Reports the first drop-in that was not loaded. */
    private Optional<Notice> dropInProblem() {
        return updates.dropIns().get().stream()
                .filter(each -> purpose == Purpose.DRIVERS)
                .filter(each -> each.problem().isPresent())
                .findFirst()
                .map(each -> new Notice(
                        each.name() + ": " + context.sentence(each.problem().orElseThrow()), Tint.BAD));
    }

    private void checkSite(String site) {
        attempt(() -> {
            SiteContent content = updates.updates().get().check(address(site));
            // Available units are listed before installed ones.
            List<UpdateRow> found = new ArrayList<>();
            content.newer().forEach(part -> found.add(rows.newer(part)));
            if (purpose == Purpose.DRIVERS) {
                content.offered().forEach(part -> found.add(rows.offered(part)));
            }
            Set<String> newer = content.newer().stream().map(Part::id).collect(Collectors.toSet());
            present().stream().filter(row -> !newer.contains(row.id())).forEach(found::add);
            boolean updates = !content.newer().isEmpty();
            states.set(new UpdatesState(
                    site, false, found, content.trustProblem().isPresent(), updates, Optional.of(notice(content))));
        });
    }

    private Notice notice(SiteContent content) {
        if (content.trustProblem().isPresent()) {
            return context.notice(content.trustProblem().get(), Tint.ATTENTION);
        }
        return content.newer().isEmpty()
                ? new Notice(context.text("upkeep.current"), Tint.GOOD)
                : new Notice(news(content), Tint.ACTIVE);
    }

    /** Returns the release notes of the product's new version, or the number of updates. */
    private String news(SiteContent content) {
        return content.newer().stream()
                .filter(part -> part.id().equals("product") && !part.about().isEmpty())
                .map(part -> context.text("upkeep.news", part.version(), part.about()))
                .findFirst()
                .orElseGet(() -> context.text("upkeep.newer", content.newer().size()));
    }

    private void apply(String site, Set<String> chosen, boolean untrusted) {
        attempt(() -> {
            List<Part> changed = updates.updates()
                    .get()
                    .apply(
                            address(site),
                            chosen,
                            untrusted,
                            file -> states.update(state ->
                                    state.working(new Notice(context.text("upkeep.fetching", file), Tint.ACTIVE))));
            List<UpdateRow> present = present();
            Notice notice = changed.isEmpty()
                    ? new Notice(context.text("upkeep.current"), Tint.GOOD)
                    : new Notice(context.text("upkeep.restart", changed.size()), Tint.GOOD);
            states.set(new UpdatesState(site, false, present, false, false, Optional.of(notice)));
        });
    }

    private List<UpdateRow> present() throws UpdateException {
        List<UpdateRow> present = new ArrayList<>();
        if (purpose == Purpose.DRIVERS) {
            for (DropIn each : updates.dropIns().get()) {
                present.add(rows.dropIn(each));
            }
        }
        updates.updates().get().installed().stream()
                .filter(part -> purpose == Purpose.UPDATES || !part.id().equals("product"))
                .map(rows::installed)
                .sorted(Comparator.comparing(UpdateRow::name))
                .forEach(present::add);
        return present;
    }

    private static URI address(String text) throws UpdateException {
        try {
            if (text.isBlank()) {
                throw new UpdateException(Problem.of(UpdateProblem.NO_SITE));
            }
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new UpdateException(Problem.of(UpdateProblem.BAD_ADDRESS, text), e);
        }
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (UpdateException e) {
            showNotice(context.notice(e.problem(), Tint.BAD));
        }
    }

    private void showNotice(Notice notice) {
        states.update(state -> state.withNotice(notice));
    }

    private interface Step {
        void run() throws UpdateException;
    }
}
