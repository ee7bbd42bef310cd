package org.keyhopper.rehearsal.sandbox;

import org.keyhopper.testkit.directory.DirectoryFailureContract.Call;
import org.keyhopper.testkit.directory.DirectoryFailureContract.Failure;

/** The failures of the contract as rules of a sandbox. */
public final class SandboxFailures {

    private SandboxFailures() {}

    public static Rule rule(Call call, Failure failure) {
        Rule rule = Rule.once(operation(call), misbehaviour(failure));
        return failure == Failure.THROTTLES_FOREVER ? rule.times(Integer.MAX_VALUE) : rule;
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
}
