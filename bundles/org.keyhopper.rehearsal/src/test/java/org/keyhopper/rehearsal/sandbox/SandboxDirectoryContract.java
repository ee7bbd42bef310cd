package org.keyhopper.rehearsal.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.testkit.directory.DirectoryContract;

/** A connector in front of a sandbox of thirty made-up people, every second of whom is a card holder. */
public abstract class SandboxDirectoryContract extends DirectoryContract {

    private static final int PEOPLE = 30;

    protected Desk desk;

    /** Returns a desk in front of a new sandbox. */
    protected abstract Desk desk(int people);

    @BeforeEach
    void start() {
        desk = desk(PEOPLE);
        desk.put(desk.users().getFirst().withMail("amelie@elsewhere.example"));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Override
    protected Directory directory() {
        return desk.connect();
    }

    @Override
    protected Known known() {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i += 2) {
            members.add(desk.users().get(i).userPrincipalName());
        }
        return new Known(desk.user(0), "Card holders", members);
    }
}
