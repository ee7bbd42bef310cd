package org.keyhopper.update.internal.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.testkit.fuzz.Fuzz;

/** The list of a site, which may be read without a trusted signature. */
class SiteListFuzzTest {

    @Test
    void listsAreReadOrRefused() {
        Fuzz.assertTextsAreReadOrRefused(
                "site-list",
                List.of("# serial 1796061567\n# expires 2027-11-30T00:00:00Z\n# size 12 plugins/a.jar\n"
                        + "0".repeat(64) + "  plugins/a.jar\n"),
                input -> SiteList.parse(new String(input, StandardCharsets.UTF_8)));
    }
}
