package org.keyhopper.rehearsal.keycloak;

import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxFailureContract;
import org.keyhopper.rehearsal.sandbox.SandboxFailures;

class KeycloakFailureContractTest extends SandboxFailureContract {

    KeycloakFailureContractTest() {
        super(new KeycloakRig(Population.madeUp(3)));
    }

    /** The connector begins with the policy, reads back from the list, and refuses models by itself. */
    @Override
    protected void arrange(Call call, Failure failure) {
        Rule rule = SandboxFailures.rule(call, failure);
        if (call == Call.COMPLETE && failure == Failure.REFUSES_MODEL) {
            arrange(Rule.once(Operation.POLICY, Misbehaviour.MODEL_DISALLOWED));
        } else if (call == Call.BEGIN || call == Call.READ_BACK) {
            Operation operation = call == Call.BEGIN ? Operation.POLICY : Operation.LIST;
            arrange(Rule.once(operation, rule.misbehaviour()).times(rule.times()));
        } else {
            super.arrange(call, failure);
        }
    }

    /** The update is answered without a body, and confirmed by reading. */
    @Override
    protected boolean describesRegistrations() {
        return false;
    }
}
