package org.keyhopper.update.internal.dropins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.VersionRange;

class FilterParserTest {

    private static final String IMPORT =
            "(&(osgi.wiring.package=org.keyhopper.api.printer)(version>=2.0.0)(!(version>=3.0.0)))";

    @Test
    void importFilterIsParsed() {
        assertEquals(Optional.of("org.keyhopper.api.printer"), FilterParser.value(IMPORT, "osgi.wiring.package"));
        assertEquals(Optional.of(new VersionRange("[2.0,3.0)")), FilterParser.range(IMPORT));
    }

    @Test
    void rangeMayBeOpenOrMissing() {
        assertEquals(
                Optional.of(new VersionRange("1.5")), FilterParser.range("(&(osgi.wiring.package=a)(version>=1.5.0))"));
        assertEquals(Optional.empty(), FilterParser.range("(osgi.wiring.package=a)"));
    }
}
