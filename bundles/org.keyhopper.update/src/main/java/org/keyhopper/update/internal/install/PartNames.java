package org.keyhopper.update.internal.install;

import java.util.Optional;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IUpdateDescriptor;
import org.keyhopper.api.update.Part;

/** Maps installable units to parts. */
final class PartNames {

    private static final String OURS = "org.keyhopper.";
    private static final String PRODUCT = OURS + "product";
    private static final String FEATURE = ".feature";
    private static final String GROUP = ".feature.group";

    private PartNames() {}

    /**
     * Returns the part's id: {@code printer.matica} for the feature {@code org.keyhopper.printer.matica.feature}, and
     * {@code com.acme} for the feature {@code com.acme.feature} of another vendor.
     */
    static String id(IInstallableUnit unit) {
        String id = unit.getId();
        if (id.equals(PRODUCT)) {
            return "product";
        }
        String feature = id.endsWith(GROUP) ? id.substring(0, id.length() - GROUP.length()) : id;
        String name = feature.endsWith(FEATURE) ? feature.substring(0, feature.length() - FEATURE.length()) : feature;
        // "org.keyhopper.feature" is part of every installation and not a part of its own.
        return name.startsWith(OURS) ? name.substring(OURS.length()) : name;
    }

    /**
     * Returns whether the unit can be installed separately: a driver or connector that is not part of the product, or a
     * feature of another vendor.
     */
    static boolean canBeAdded(IInstallableUnit unit) {
        String id = id(unit);
        return unit.getId().startsWith(OURS)
                ? id.startsWith("printer.") || id.startsWith("directory.")
                : unit.getId().endsWith(GROUP);
    }

    static Part part(IInstallableUnit unit) {
        return new Part(
                id(unit), text(unit, IInstallableUnit.PROP_NAME).orElse(unit.getId()), version(unit), about(unit));
    }

    private static String version(IInstallableUnit unit) {
        return unit.getVersion().toString();
    }

    private static String about(IInstallableUnit unit) {
        IUpdateDescriptor update = unit.getUpdateDescriptor();
        return Optional.ofNullable(update)
                .map(IUpdateDescriptor::getDescription)
                .filter(text -> !text.isBlank())
                .or(() -> text(unit, IInstallableUnit.PROP_DESCRIPTION))
                .orElse("");
    }

    private static Optional<String> text(IInstallableUnit unit, String property) {
        return Optional.ofNullable(unit.getProperty(property, null)).filter(text -> !text.isBlank());
    }
}
