package org.keyhopper.update.internal.dropins;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.DropInProblem;
import org.keyhopper.update.internal.site.TrustedKeys;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs the jars of the folder {@code dropins} at startup, and reports the result for each. Uninstalls bundles of
 * earlier starts whose jar was deleted. Runs once, while the framework starts.
 */
public final class DropInLoader {

    /** Distinguishes the locations of drop-ins from those of other bundles. */
    private static final String PREFIX = "keyhopper-dropin:";

    private static final Logger LOG = LoggerFactory.getLogger(DropInLoader.class);

    private final BundleContext context;
    private final DropInFolder folder;
    private final DropInAdmission admission;
    private final Map<String, DropIn> report = new LinkedHashMap<>();

    public DropInLoader(BundleContext context, Path folder, StationPolicy.DropIns rules) {
        this(context, new DropInFolder(folder), new DropInAdmission(rules, () -> TrustedKeys.of(context.getBundle())));
    }

    private DropInLoader(BundleContext context, DropInFolder folder, DropInAdmission admission) {
        this.context = context;
        this.folder = folder;
        this.admission = admission;
    }

    /** Returns the results ordered by path. */
    public List<DropIn> load() {
        removeOld();
        List<Path> jars = folder.jars();
        if (jars.isEmpty()) {
            return List.of();
        }
        Map<DropInJar, Bundle> installed = install(admitted(jars));
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .resolveBundles(installed.values());
        installed.forEach(this::start);
        report.values().forEach(DropInLoader::log);
        return report.values().stream()
                .sorted(Comparator.comparing(DropIn::file))
                .toList();
    }

    private void removeOld() {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(PREFIX)) {
                uninstall(bundle);
            }
        }
    }

    private List<DropInJar> admitted(List<Path> jars) {
        Map<String, String> present = new HashMap<>();
        Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null)
                .forEach(bundle -> present.put(bundle.getSymbolicName(), describe(bundle)));
        List<DropInJar> admitted = new ArrayList<>();
        for (Path file : jars) {
            String place = folder.place(file);
            DropInJar.Result result = DropInJar.read(file, place);
            result.failure().ifPresent(failure -> report.put(place, failure));
            result.jar().ifPresent(jar -> {
                Optional<Problem> obstacle = admission.obstacle(jar).or(() -> duplicate(jar, present));
                if (obstacle.isPresent()) {
                    report.put(place, jar.refused(obstacle.get()));
                } else {
                    present.put(jar.symbolicName(), jar.symbolicName() + " " + jar.version());
                    admitted.add(jar);
                }
            });
        }
        return admitted;
    }

    private static Optional<Problem> duplicate(DropInJar jar, Map<String, String> present) {
        return Optional.ofNullable(present.get(jar.symbolicName()))
                .map(other -> Problem.of(DropInProblem.ALREADY_THERE, other));
    }

    private Map<DropInJar, Bundle> install(List<DropInJar> jars) {
        Map<DropInJar, Bundle> installed = new LinkedHashMap<>();
        for (DropInJar jar : jars) {
            // What was verified, not the file, which may have been exchanged since.
            try {
                installed.put(jar, context.installBundle(PREFIX + jar.path(), new ByteArrayInputStream(jar.content())));
            } catch (BundleException e) {
                report.put(
                        jar.path(), jar.refused(Problem.of(DropInProblem.BROKEN).withDetail(e.toString())));
            }
        }
        return installed;
    }

    private void start(DropInJar jar, Bundle bundle) {
        Optional<Problem> problem = started(bundle);
        report.put(jar.path(), problem.map(jar::refused).orElseGet(jar::used));
        problem.ifPresent(each -> uninstall(bundle));
    }

    private Optional<Problem> started(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        try {
            if (!fragment) {
                bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            }
            return Optional.empty();
        } catch (BundleException e) {
            MissingRequirement missing = new MissingRequirement(context.getBundles());
            Problem problem = missing.of(bundle).orElseGet(() -> Problem.of(DropInProblem.NOT_STARTED));
            return Optional.of(problem.withDetail(String.valueOf(e.getMessage())));
        }
    }

    private static void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            LOG.warn("{} cannot be uninstalled", bundle, e);
        }
    }

    private static String describe(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private static void log(DropIn each) {
        each.problem()
                .ifPresentOrElse(
                        problem -> LOG.warn("Drop-in {} rejected: {}", each.file(), problem),
                        () -> LOG.info("Drop-in {} installed: {} {}", each.file(), each.name(), each.version()));
    }
}
