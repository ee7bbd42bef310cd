package org.keyhopper.update.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.MetadataFactory;
import org.eclipse.equinox.p2.metadata.MetadataFactory.InstallableUnitDescription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartNamesTest {

    @ParameterizedTest
    @CsvSource({
        "org.keyhopper.product, product, false",
        "org.keyhopper.printer.matica.feature.feature.group, printer.matica, true",
        "org.keyhopper.directory.okta.feature.feature.group, directory.okta, true",
        "org.keyhopper.rehearsal.feature.feature.group, rehearsal, false",
        "org.keyhopper.feature.feature.group, org.keyhopper, false",
        "com.acme.feature.feature.group, com.acme, true",
        "com.acme.driver.feature.group, com.acme.driver, true",
        "com.acme, com.acme, false",
    })
    void partIsAFeatureOfADriverOrConnector(String unit, String part, boolean addable) {
        assertEquals(part, PartNames.id(unit(unit)));
        assertEquals(addable, PartNames.canBeAdded(unit(unit)));
    }

    private static IInstallableUnit unit(String id) {
        InstallableUnitDescription description = new InstallableUnitDescription();
        description.setId(id);
        return MetadataFactory.createInstallableUnit(description);
    }
}
