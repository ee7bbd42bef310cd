package org.example.acme.directory;

import org.junit.jupiter.api.AfterEach;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.testkit.directory.DirectoryFailureContract;

class AcmeFailureTest extends DirectoryFailureContract {

    private final AcmeRig rig = new AcmeRig(Population.madeUp(3));

    @AfterEach
    void stop() {
        rig.close();
    }

    @Override
    protected Directory directory() {
        return rig.connect();
    }

    @Override
    protected DirectoryUser person() {
        return rig.person(0);
    }

    @Override
    protected NewCredential credentialFor(EnrolmentOptions options) {
        return MadeCredential.good(options);
    }

    @Override
    protected void arrange(Call call, Failure failure) {
        Rule rule = Rule.once(operation(call), misbehaviour(failure));
        rig.sandbox.rules().add(failure == Failure.THROTTLES_FOREVER ? rule.times(Integer.MAX_VALUE) : rule);
    }

    private static Operation operation(Call call) {
        return switch (call) {
            case FIND -> Operation.FIND_USER;
            case BEGIN -> Operation.OPTIONS;
            case COMPLETE -> Operation.REGISTER;
            case LIST -> Operation.LIST;
            case READ_BACK -> Operation.READ;
            case DELETE -> Operation.DELETE;
        };
    }

    private static Misbehaviour misbehaviour(Failure failure) {
        return switch (failure) {
            case THROTTLES, THROTTLES_FOREVER -> Misbehaviour.THROTTLED;
            case ENDS_SESSION -> Misbehaviour.TOKEN_EXPIRED;
            case FAILS -> Misbehaviour.SERVER_ERROR;
            case LOSES_ANSWER -> Misbehaviour.ANSWER_LOST;
            case LOSES_CALL -> Misbehaviour.CONNECTION_RESET;
            case SENDS_UNREADABLE_ANSWER -> Misbehaviour.UNREADABLE_JSON;
            case FORBIDS -> Misbehaviour.FORBIDDEN;
            case REFUSES_MODEL -> Misbehaviour.AAGUID_BLOCKED;
            case GIVES_EXPIRED -> Misbehaviour.OPTIONS_EXPIRED;
        };
    }

    @Override
    protected int registered() {
        return rig.sandbox.tenant().credentialsOf(person().id()).size();
    }

    @Override
    protected int pending() {
        return rig.sandbox.tenant().pending();
    }

    /** The API token is a fixed one. */
    @Override
    protected boolean renewsSessions() {
        return false;
    }
}
