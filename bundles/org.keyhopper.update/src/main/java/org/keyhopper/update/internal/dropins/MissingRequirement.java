package org.keyhopper.update.internal.dropins;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.update.DropInProblem;
import org.osgi.framework.Bundle;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;

/** Explains why a bundle does not resolve, in terms of what has to be installed. */
final class MissingRequirement {

    private final List<BundleCapability> present;

    /** @param all all installed bundles */
    MissingRequirement(Bundle[] all) {
        present = Arrays.stream(all)
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(revision -> revision != null)
                .flatMap(revision -> revision.getDeclaredCapabilities(null).stream())
                .toList();
    }

    /** Returns the first requirement that no bundle provides; empty if each is provided by some bundle. */
    Optional<Problem> of(Bundle bundle) {
        return bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                .filter(MissingRequirement::isNeededToResolve)
                .filter(requirement -> present.stream().noneMatch(requirement::matches))
                .map(this::problem)
                .findFirst();
    }

    private static boolean isNeededToResolve(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        String resolution = directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        String effective = directives.get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        return !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
                && !PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution)
                && (effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE));
    }

    private Problem problem(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        return switch (requirement.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> missingPackage(filter);
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                Problem.of(DropInProblem.JAVA_TOO_OLD, javaVersion(filter));
            default -> Problem.of(DropInProblem.REQUIREMENT_MISSING, requirement.getNamespace() + " " + filter);
        };
    }

    private Problem missingPackage(String filter) {
        String wanted =
                FilterParser.value(filter, PackageNamespace.PACKAGE_NAMESPACE).orElse(filter);
        String versions = versions(wanted);
        if (versions.isEmpty()) {
            return Problem.of(DropInProblem.PACKAGE_MISSING, wanted);
        }
        String range = FilterParser.range(filter).map(VersionRange::toString).orElse(filter);
        return Problem.of(DropInProblem.WRONG_VERSION, wanted, range, versions);
    }

    private String versions(String wanted) {
        return present.stream()
                .filter(capability -> capability.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE))
                .filter(capability -> wanted.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(capability -> capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .flatMap(version -> version == null ? Stream.of() : Stream.of(version.toString()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String javaVersion(String filter) {
        return FilterParser.value(filter, "version")
                .map(version -> "Java " + version.replaceFirst("\\.0$", ""))
                .orElse(filter);
    }
}
