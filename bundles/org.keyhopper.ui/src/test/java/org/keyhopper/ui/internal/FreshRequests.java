package org.keyhopper.ui.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.station.Station;

/** A station whose requests are new objects with new texts each time they are read, as from a database. */
final class FreshRequests {

    private FreshRequests() {}

    static Station at(Station station) {
        Requests fresh = proxy(Requests.class, station.requests(), Optional.empty());
        return proxy(Station.class, station, Optional.of(fresh));
    }

    private static <T> T proxy(Class<T> type, T behind, Optional<Requests> requests) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals("requests")) {
                return requests.orElseThrow();
            }
            try {
                return fresh(method.invoke(behind, given));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static Object fresh(Object read) {
        return switch (read) {
            case Optional<?> some -> some.map(FreshRequests::fresh);
            case ProvisioningRequest request ->
                new ProvisioningRequest(
                        request.id(),
                        request.name(),
                        request.directory(),
                        request.profile(),
                        request.created(),
                        fresh(request.recipients()));
            case null, default -> read;
        };
    }

    private static List<RecipientState> fresh(List<RecipientState> states) {
        return states.stream()
                .map(state -> new RecipientState(
                        new RecipientId(
                                new RequestId(copy(state.id().request().value())),
                                state.id().position()),
                        fresh(state.recipient()),
                        state.outcome(),
                        state.last()))
                .toList();
    }

    private static Recipient fresh(Recipient person) {
        return new Recipient(
                copy(person.user()), copy(person.displayName()), copy(person.email()), copy(person.deviceName()));
    }

    private static String copy(String text) {
        return new String(text.toCharArray());
    }
}
