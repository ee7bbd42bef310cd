package org.keyhopper.host.internal.command;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/** People of a request, each named by position or account. */
final class PersonArguments {

    private PersonArguments() {}

    /** Returns their positions in the request. */
    static Set<Integer> positions(ProvisioningRequest request, List<String> people) throws InputRefusedException {
        Set<Integer> positions = new TreeSet<>();
        for (String person : people) {
            positions.add(request.recipients().stream()
                    .filter(one -> isMeant(one, person))
                    .map(RecipientState::id)
                    .map(RecipientId::position)
                    .findFirst()
                    .orElseThrow(() -> new InputRefusedException("There is no " + person + " in this request.")));
        }
        return positions;
    }

    private static boolean isMeant(RecipientState one, String person) {
        return person.equals(Integer.toString(one.id().position()))
                || person.equalsIgnoreCase(one.recipient().user());
    }
}
