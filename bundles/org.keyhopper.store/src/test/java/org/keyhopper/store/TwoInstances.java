package org.keyhopper.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.ProvisioningRequest;

/** Two instances of Central over one database with a request. */
abstract class TwoInstances {

    static final Duration LIFE = Duration.ofSeconds(90);
    static final int PEOPLE = 8;

    @TempDir
    Path home;

    CentralDatabase one;
    CentralDatabase two;
    ProvisioningRequest request;

    DatabaseKind keeping() {
        return DatabaseKind.FILE;
    }

    @BeforeEach
    void open() throws Exception {
        one = keeping().openCentral(home);
        two = keeping().openCentral(home);
        List<Recipient> people = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(i -> new Recipient("user" + i, "User " + i, "", ""))
                .toList();
        request = one.requests().create("Spring", "contoso", Profile.DEFAULT, people);
    }

    /** Returns where both have their data. */
    CentralLocation location() throws IOException {
        Path server = home.resolve("database");
        Optional<String> address = Files.exists(server) ? Optional.of(Files.readString(server)) : Optional.empty();
        return new CentralLocation(home, address, Optional.empty());
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    Optional<Enrolment> claim(CentralDatabase database, String station, String key) {
        return database.store().write(in -> in.enrolments().claimNext(request, station, key, LIFE));
    }

    Optional<Instant> expiry(long claim) {
        return one.store().write(in -> in.enrolments().expiry(claim));
    }

    static boolean holds(CentralDatabase database, Predicate<CentralTransaction> question) {
        return database.store().write(question::test);
    }
}
