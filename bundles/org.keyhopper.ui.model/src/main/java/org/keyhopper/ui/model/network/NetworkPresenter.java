package org.keyhopper.ui.model.network;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.network.NetworkSettings.Proxy;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Shows and saves the network settings. All methods are fast, on any thread. */
public final class NetworkPresenter {

    private final WorkbenchContext context;
    private final Network network;
    private final ObservableState<NetworkState> states;

    public NetworkPresenter(WorkbenchContext context, Network network) {
        this.context = context;
        this.network = network;
        states = new ObservableState<>(
                new NetworkState(NetworkForm.of(network.settings()), false, false, Optional.empty()),
                context.rateLimiter());
        context.inBackground(
                () -> {
                    boolean hasPassword = network.hasPassword();
                    states.update(state -> new NetworkState(state.form(), hasPassword, state.saved(), state.notice()));
                },
                this::showNotice);
    }

    public ObservableState<NetworkState> states() {
        return states;
    }

    /**
     * Saves the settings.
     *
     * @param password empty to keep the stored one; closed by this method
     */
    public void save(NetworkForm form, Secret password) {
        context.inBackground(
                () -> {
                    try (password) {
                        if (!password.isEmpty() && !form.hasAccount()) {
                            showNotice(new Notice(context.text("network.needsUser"), Tint.BAD));
                            return;
                        }
                        Optional<Problem> problem = saved(form, password);
                        problem.map(one -> context.notice(one, Tint.BAD))
                                .ifPresentOrElse(
                                        this::showNotice,
                                        () -> states.update(state ->
                                                new NetworkState(form, state.hasPassword(), true, Optional.empty())));
                    }
                },
                this::showNotice);
    }

    private Optional<Problem> saved(NetworkForm form, Secret password) {
        Optional<Proxy> proxy = form.hasProxy() ? form.parsedProxy() : Optional.empty();
        if (form.hasProxy() && proxy.isEmpty()) {
            return Optional.of(Problem.of(NetworkProblem.BAD_PROXY, form.proxy()));
        }
        try {
            Optional<Path> authorities = Optional.of(form.authorities().strip())
                    .filter(text -> !text.isEmpty())
                    .map(text -> Path.of(text).toAbsolutePath());
            return network.change(
                    new NetworkSettings(proxy, authorities),
                    Optional.of(password).filter(secret -> !secret.isEmpty()));
        } catch (InvalidPathException e) {
            return Optional.of(Problem.of(NetworkProblem.BAD_AUTHORITIES, form.authorities())
                    .withDetail(e.getMessage()));
        }
    }

    private void showNotice(Notice notice) {
        states.update(state -> new NetworkState(state.form(), state.hasPassword(), false, Optional.of(notice)));
    }
}
