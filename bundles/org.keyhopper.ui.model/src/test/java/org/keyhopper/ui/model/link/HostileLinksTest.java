package org.keyhopper.ui.model.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.WindowServices;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.requests.PeopleReader.ReadPeople;
import org.keyhopper.ui.model.requests.SavedProfiles;

class HostileLinksTest {

    private static final long SEED = 20_261_127;
    private static final int LINKS = 50_000;
    private static final String SCHEME = "keyhopper";
    private static final String ALLOWED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";

    private final FakeStation station = new FakeStation();
    private final WorkbenchModel model = new WorkbenchModel(
            TestContext.of(station),
            new WindowServices(
                    place -> {},
                    null,
                    HostileLinksTest::never,
                    new WindowServices.Files(
                            (file, mapping) -> new ReadPeople(List.of(), List.of()),
                            (request, format, file) -> {},
                            new SavedProfiles(Path.of("target/no-profiles"))),
                    setup -> {}));

    /** An independent implementation of the grammar, character by character. */
    private static Optional<String> allowed(String link) {
        String place = "://provision/";
        int start = SCHEME.length() + place.length();
        if (link.length() <= start || link.length() > start + 64) {
            return Optional.empty();
        }
        for (int i = 0; i < SCHEME.length(); i++) {
            char wanted = SCHEME.charAt(i);
            if (link.charAt(i) != wanted && link.charAt(i) != wanted - 'a' + 'A') {
                return Optional.empty();
            }
        }
        String id = link.substring(start);
        boolean good =
                link.startsWith(place, SCHEME.length()) && id.chars().allMatch(sign -> ALLOWED.indexOf(sign) >= 0);
        return good ? Optional.of(id) : Optional.empty();
    }

    @Test
    void onlyExactLinksNameARequest() {
        HostileLinks links = new HostileLinks(SEED);
        int good = 0;
        int refused = 0;
        for (int i = 0; i < LINKS; i++) {
            String link = links.next();
            Optional<ProvisionLink> read = ProvisionLink.in(link);
            assertEquals(allowed(link).map(RequestId::new), read.flatMap(ProvisionLink::request), link);
            good += allowed(link).isPresent() ? 1 : 0;
            refused += read.filter(one -> one.request().isEmpty()).isPresent() ? 1 : 0;
        }
        assertTrue(good > LINKS / 10, "good ones: " + good);
        assertTrue(refused > LINKS / 10, "refused: " + refused);
    }

    @Test
    void addressIsOneShortLine() {
        HostileLinks links = new HostileLinks(SEED);
        for (int i = 0; i < LINKS; i++) {
            Optional<ProvisionLink> read = ProvisionLink.in(links.next());
            String address = read.map(ProvisionLink::address).orElse("");
            assertTrue(address.matches("[ -~]{0,90}"), address);
            assertEquals(read, ProvisionLink.in(address));
        }
    }

    @Test
    void hostileLinksStartNothingAndAreNotRepeated() {
        station.requests.put(Samples.request("R7K3M", 3, 1));
        HostileLinks links = new HostileLinks(SEED);
        for (int i = 0; i < LINKS; i++) {
            String link = links.next();
            Optional<ProvisionLink> read = ProvisionLink.in(link);
            read.ifPresent(model::follow);
            Optional<LinkAnswer> answer = model.links().answers().get();
            assertEquals(read.isPresent(), answer.isPresent(), link);
            assertTrue(answer.map(LinkAnswer::text).orElse("").matches("[ -~]{0,220}"), link);
            model.links().dismiss();
        }
        assertEquals(List.of(), station.started);
    }

    private static void never(URI address) {
        throw new AssertionError("a link opened " + address);
    }
}
