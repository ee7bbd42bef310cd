package org.keyhopper.rehearsal.okta;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.testkit.directory.DirectoryContract;

class OktaDirectoryContractTest extends DirectoryContract {

    private OktaDesk desk;

    @BeforeEach
    void start() {
        desk = new OktaDesk(Population.madeUp(30));
        SandboxUser first = desk.sandbox.users().getFirst();
        desk.sandbox.put(first.withMail("amelie@elsewhere.example"));
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
        for (int i = 0; i < 30; i += 2) {
            members.add(desk.sandbox.users().get(i).userPrincipalName());
        }
        return new Known(desk.user(0), "Card holders", members);
    }
}
