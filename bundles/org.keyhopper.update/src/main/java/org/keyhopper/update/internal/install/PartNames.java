package org.keyhopper.update.internal.install;

import java.util.Optional;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IUpdateDescriptor;
import org.keyhopper.api.update.Part;

/** Maps installable units to parts. */
final class PartNames {

    private static final String OURS = "org.keyhopper.";
    private static final String PRODUCT = OURS + "product";
    private static final String FEATURE = ".feature.feature.group";

    private PartNames() {}

    /** Returns the part's id, such as {@code printer.matica}; units of third parties keep their own. */
    static String id(IInstallableUnit unit) {
        String id = unit.getId();
        if (id.equals(PRODUCT)) {
            return "product";
        }
        // "org.keyhopper.feature" is part of every installation and not a part of its own.
        return id.startsWith(OURS) && id.endsWith(FEATURE) && id.length() > OURS.length() + FEATURE.length()
                ? id.substring(OURS.length(), id.length() - FEATURE.length())
                : id;
    }

    /** Returns whether the unit can be installed separately: a feature that is neither in the product nor a library. */
    static boolean canBeAdded(IInstallableUnit unit) {
        return id(unit).startsWith("printer.") || id(unit).startsWith("directory.");
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
