package org.keyhopper.ui.model.updates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.DropInProblem;
import org.keyhopper.api.update.Part;
import org.keyhopper.api.update.ProductUpdates;
import org.keyhopper.api.update.SiteContent;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.api.update.UpdateProblem;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.updates.UpdatesPresenter.Purpose;

class UpdatesPresenterTest {

    private static final URI SITE = URI.create("https://updates.example/");

    private final FakeUpdates product = new FakeUpdates();
    private final List<DropIn> dropIns = new ArrayList<>();

    private UpdatesPresenter open(Purpose purpose) {
        return new UpdatesPresenter(
                TestContext.of(new FakeStation()), new Updates(() -> product, () -> dropIns, () -> false), purpose);
    }

    /** A product with one unit, and a site that offers its update and a driver. */
    private static final class FakeUpdates implements ProductUpdates {
        private Optional<URI> usual = Optional.of(SITE);
        private int applied;
        private Optional<Problem> distrust = Optional.empty();
        private final List<Part> installed = new ArrayList<>(List.of(new Part("product", "Keyhopper", "1.0", "")));

        @Override
        public Optional<URI> defaultSite() {
            return usual;
        }

        @Override
        public List<Part> installed() {
            return List.copyOf(installed);
        }

        @Override
        public SiteContent check(URI site) throws UpdateException {
            if (!site.equals(SITE)) {
                throw new UpdateException(Problem.of(UpdateProblem.UNREACHABLE, site.toString()));
            }
            boolean old = installed.getFirst().version().equals("1.0");
            return new SiteContent(
                    site,
                    distrust,
                    old ? List.of(new Part("product", "Keyhopper", "1.1", "Faster.")) : List.of(),
                    List.of(new Part("printer.matica", "Matica", "1.1", "")));
        }

        @Override
        public List<Part> apply(URI site, Set<String> add, boolean untrusted, Consumer<String> progress)
                throws UpdateException {
            applied++;
            if (distrust.isPresent() && !untrusted) {
                throw new UpdateException(distrust.get());
            }
            progress.accept("plugins/a.jar");
            List<Part> changed = new ArrayList<>(check(site).newer());
            check(site).offered().stream()
                    .filter(part -> add.contains(part.id()))
                    .forEach(changed::add);
            installed.removeIf(
                    part -> changed.stream().anyMatch(other -> other.id().equals(part.id())));
            installed.addAll(changed);
            return changed;
        }
    }

    @Test
    void prescribedSiteIsReadAtOnce() {
        UpdatesState state = open(Purpose.UPDATES).states().get();
        assertEquals(SITE.toString(), state.site());
        assertTrue(state.updates());
        assertEquals("New in 1.1: Faster.", state.notice().orElseThrow().text());
        assertEquals(
                List.of("Newer 1.1"),
                state.rows().stream()
                        .map(row -> row.state() + " " + row.version())
                        .toList());
    }

    @Test
    void updateAsksForARestart() {
        UpdatesPresenter presenter = open(Purpose.UPDATES);
        presenter.apply(Set.of(), false);
        UpdatesState state = presenter.states().get();
        assertTrue(state.notice().orElseThrow().text().contains("Restart Keyhopper"));
        assertFalse(state.busy());
        presenter.checkSite();
        assertFalse(presenter.states().get().updates());
        assertEquals(Tint.GOOD, presenter.states().get().notice().orElseThrow().tint());
    }

    @Test
    void secondClickInstallsNothing() {
        QueuedExecutor workers = new QueuedExecutor();
        UpdatesPresenter presenter = new UpdatesPresenter(
                workers.contextFor(new FakeStation()),
                new Updates(() -> product, () -> dropIns, () -> false),
                Purpose.UPDATES);
        workers.runAll();
        presenter.apply(Set.of(), false);
        presenter.apply(Set.of(), false);
        presenter.checkSite();
        workers.runAll();
        assertEquals(1, product.applied);
        assertTrue(presenter.states().get().notice().orElseThrow().text().contains("Restart Keyhopper"));
    }

    @Test
    void untrustedContentNeedsConsent() {
        product.distrust = Optional.of(Problem.of(UpdateProblem.UNSIGNED, SITE.toString()));
        UpdatesPresenter presenter = open(Purpose.UPDATES);
        assertTrue(presenter.states().get().untrusted());
        assertEquals(
                Tint.ATTENTION, presenter.states().get().notice().orElseThrow().tint());
        presenter.apply(Set.of(), false);
        assertEquals(Tint.BAD, presenter.states().get().notice().orElseThrow().tint());
        assertEquals("1.0", product.installed().getFirst().version());
        presenter.apply(Set.of(), true);
        assertEquals("1.1", product.installed().getFirst().version());
    }

    @Test
    void invalidOrUnreachableSiteIsReported() {
        product.usual = Optional.empty();
        UpdatesPresenter presenter = open(Purpose.UPDATES);
        assertEquals(Optional.empty(), presenter.states().get().notice());
        presenter.checkSite();
        assertTrue(presenter.states().get().notice().orElseThrow().text().startsWith("update.no-site"));
        presenter.site("up dates");
        presenter.checkSite();
        assertTrue(presenter.states().get().notice().orElseThrow().text().startsWith("update.bad-address"));
        presenter.site("https://other.example/");
        presenter.checkSite();
        assertTrue(presenter.states().get().notice().orElseThrow().text().startsWith("update.unreachable"));
    }

    @Test
    void unusedDropInIsReportedAndDriversAreOffered() {
        dropIns.add(new DropIn("a.jar", "Acme", "2.0", Optional.of(Problem.of(DropInProblem.PACKAGE_MISSING, "kit"))));
        dropIns.add(new DropIn("b.jar", "Bolt", "1.0", Optional.empty()));
        UpdatesPresenter presenter = open(Purpose.DRIVERS);
        assertTrue(presenter.states().get().notice().orElseThrow().text().startsWith("Acme: drop-in.package-missing"));
        assertEquals(
                List.of(Tint.BAD, Tint.GOOD),
                presenter.states().get().rows().stream().map(UpdateRow::tint).toList());
        presenter.checkSite();
        UpdateRow offered = presenter.states().get().rows().stream()
                .filter(row -> row.id().equals("printer.matica"))
                .findFirst()
                .orElseThrow();
        assertTrue(offered.offered());
        presenter.apply(Set.of(offered.id()), false);
        assertEquals("printer.matica", presenter.states().get().rows().getLast().id());
        assertFalse(presenter.states().get().rows().getLast().offered());
    }
}
