package org.keyhopper.update.internal.dropins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.VersionRange;

class FilterWordsTest {

    private static final String IMPORT =
            "(&(osgi.wiring.package=org.keyhopper.api.printer)(version>=2.0.0)(!(version>=3.0.0)))";

    @Test
    void anImportIsTakenApart() {
        assertEquals(Optional.of("org.keyhopper.api.printer"), FilterWords.value(IMPORT, "osgi.wiring.package"));
        assertEquals(Optional.of(new VersionRange("[2.0,3.0)")), FilterWords.range(IMPORT));
    }

    @Test
    void withoutAnUpperEndItIsOpenAndWithoutVersionsThereIsNone() {
        assertEquals(
                Optional.of(new VersionRange("1.5")), FilterWords.range("(&(osgi.wiring.package=a)(version>=1.5.0))"));
        assertEquals(Optional.empty(), FilterWords.range("(osgi.wiring.package=a)"));
    }
}
