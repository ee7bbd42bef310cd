package org.keyhopper.core.internal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.fake.FakeDirectory;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.people.LookupListener;
import org.keyhopper.core.people.PasskeyCount;

class PasskeyCountTest {

    private static final int PEOPLE = 200;

    private final FakeDirectory directory = new FakeDirectory()
            .with(IntStream.range(0, PEOPLE).mapToObj(n -> "u" + n).toArray(String[]::new));
    private final Map<String, PasskeyCount> found = new ConcurrentHashMap<>();
    private int enough = Integer.MAX_VALUE;

    private Optional<Problem> ask() {
        List<DirectoryUser> users = List.copyOf(directory.users.values());
        return new LivePeopleLookup(null, null, null, null).countPasskeys(directory, users, new LookupListener<>() {
            @Override
            public void found(PasskeyCount count) {
                found.put(count.user().userName(), count);
            }

            @Override
            public boolean proceed() {
                return found.size() < enough;
            }
        });
    }

    @Test
    void everybodyIsAskedAboutOnce() {
        directory.passkeys.put("p", new FakeDirectory.Registered("id-u7", CredentialId.of(new byte[] {7})));
        assertTrue(ask().isEmpty());
        assertEquals(PEOPLE, found.size());
        assertEquals(PEOPLE, directory.calls.size());
        assertTrue(found.get("u7").isHolder());
        assertEquals(1, found.values().stream().filter(PasskeyCount::isHolder).count());
    }

    @Test
    void givingUpLeavesTheRestUnknown() {
        enough = 10;
        assertTrue(ask().isEmpty());
        assertTrue(found.size() < PEOPLE / 2, () -> "asked about " + found.size());
    }

    @Test
    void whatWouldMeetEverybodyEndsIt() {
        directory.failingAt(Call.LIST, Mishap.REFUSED).refusal = Problem.of(DirectoryProblem.NOT_PERMITTED);
        assertTrue(ask().orElseThrow().is(DirectoryProblem.NOT_PERMITTED));
        assertTrue(found.size() < PEOPLE / 2, () -> "asked about " + found.size());
    }

    @Test
    void whatMeetsOneEndsNothing() {
        directory.failingAt(Call.LIST, Mishap.FAULT);
        assertTrue(ask().isEmpty());
        assertEquals(PEOPLE, found.size());
        assertTrue(found.values().stream()
                .allMatch(count -> count.passkeys().failure().isPresent() && !count.isHolder()));
    }
}
