package org.keyhopper.rehearsal.sandbox;

import org.keyhopper.testkit.directory.DirectoryTroubleContract.Call;
import org.keyhopper.testkit.directory.DirectoryTroubleContract.Trouble;

/** The troubles of the contract as rules of a sandbox. */
public final class Troubles {

    private Troubles() {}

    public static Rule rule(Call call, Trouble trouble) {
        Rule rule = Rule.once(operation(call), misbehaviour(trouble));
        return trouble == Trouble.THROTTLES_FOREVER ? rule.times(Integer.MAX_VALUE) : rule;
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

    private static Misbehaviour misbehaviour(Trouble trouble) {
        return switch (trouble) {
            case THROTTLES, THROTTLES_FOREVER -> Misbehaviour.THROTTLED;
            case ENDS_SESSION -> Misbehaviour.TOKEN_EXPIRED;
            case FAILS -> Misbehaviour.SERVER_ERROR;
            case LOSES_ANSWER -> Misbehaviour.ANSWER_LOST;
            case LOSES_CALL -> Misbehaviour.CONNECTION_RESET;
            case MUMBLES -> Misbehaviour.UNREADABLE_JSON;
            case FORBIDS -> Misbehaviour.FORBIDDEN;
            case REFUSES_MODEL -> Misbehaviour.AAGUID_BLOCKED;
            case GIVES_EXPIRED -> Misbehaviour.OPTIONS_EXPIRED;
        };
    }
}
