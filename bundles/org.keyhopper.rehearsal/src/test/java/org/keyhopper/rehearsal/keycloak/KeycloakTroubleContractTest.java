package org.keyhopper.rehearsal.keycloak;

import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxTroubleContract;
import org.keyhopper.rehearsal.sandbox.Troubles;

class KeycloakTroubleContractTest extends SandboxTroubleContract {

    KeycloakTroubleContractTest() {
        super(new KeycloakDesk(Population.madeUp(3)));
    }

    /** The connector begins with the policy, reads back from the list, and refuses models by itself. */
    @Override
    protected void arrange(Call call, Trouble trouble) {
        Rule rule = Troubles.rule(call, trouble);
        if (call == Call.COMPLETE && trouble == Trouble.REFUSES_MODEL) {
            arrange(Rule.once(Operation.POLICY, Misbehaviour.MODEL_DISALLOWED));
        } else if (call == Call.BEGIN || call == Call.READ_BACK) {
            Operation operation = call == Call.BEGIN ? Operation.POLICY : Operation.LIST;
            arrange(Rule.once(operation, rule.misbehaviour()).times(rule.times()));
        } else {
            super.arrange(call, trouble);
        }
    }

    /** The update is answered without a body, and confirmed by reading. */
    @Override
    protected boolean describesRegistrations() {
        return false;
    }
}
