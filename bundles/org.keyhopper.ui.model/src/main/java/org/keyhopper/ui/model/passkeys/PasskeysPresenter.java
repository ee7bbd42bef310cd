package org.keyhopper.ui.model.passkeys;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.people.HeldPasskey;
import org.keyhopper.core.people.HeldPasskeys;
import org.keyhopper.core.people.SignInResult;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.DirectorySession;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Lists a user's passkeys, revokes one, and tries a sign-in with one. All methods are fast, on any thread. */
public final class PasskeysPresenter implements AutoCloseable {

    private final WorkbenchContext context;
    private final PasskeyHolder holder;
    private final Runnable changed;
    private final DirectoryInteraction signIn;
    private final DirectorySession session;
    private final ObservableState<PasskeysState> states;
    private final AtomicReference<List<HeldPasskey>> held = new AtomicReference<>(List.of());

    /** @param changed called on a worker thread after a passkey was revoked or an answer recorded */
    public PasskeysPresenter(
            WorkbenchContext context, DirectoryInteraction signIn, PasskeyHolder holder, Runnable changed) {
        this.context = context;
        this.holder = holder;
        this.changed = changed;
        this.signIn = signIn;
        session = new DirectorySession(context, signIn, notice -> publish(true, notice));
        states = new ObservableState<>(
                new PasskeysState(true, List.of(), Optional.empty(), Optional.empty()), context.rateLimiter());
        load(Optional.empty());
    }

    public ObservableState<PasskeysState> states() {
        return states;
    }

    public String name() {
        return holder.name();
    }

    /** Returns the confirmation of a revocation; empty if the passkey is not listed. */
    public Optional<Revocation> confirmation(String passkeyId) {
        List<HeldPasskey> all = held.get();
        return find(passkeyId).map(one -> {
            List<String> losses = new ArrayList<>();
            losses.add(context.text("passkeys.loss", holder.name(), label(one)));
            if (all.size() == 1) {
                losses.add(context.text("passkeys.loss.only"));
            }
            String remark = context.text(one.entry().isPresent() ? "passkeys.remark.ours" : "passkeys.remark.foreign");
            return new Revocation(passkeyId, context.text("passkeys.question", label(one)), losses, remark);
        });
    }

    /** Revokes a passkey, without asking again. */
    public void revoke(String passkeyId) {
        find(passkeyId).ifPresent(one -> {
            publish(true, new Notice(context.text("passkeys.revoking"), Tint.ACTIVE));
            context.inBackground(() -> revoke(one), notice -> publish(false, notice));
        });
    }

    @Override
    public void close() {
        session.close();
    }

    private void revoke(HeldPasskey one) {
        Answer<Boolean> answer = asked(
                directory -> user(directory).flatMap(user -> passkeys(directory).revoke(user, one)));
        changed.run();
        load(Optional.of(answer.result()
                .map(was -> new Notice(context.text(was ? "passkeys.revoked" : "passkeys.gone", label(one)), Tint.GOOD))
                .orElseGet(() -> context.notice(answer.failure().orElseThrow(), Tint.BAD))));
    }

    private void load(Optional<Notice> before) {
        context.inBackground(
                () -> {
                    Answer<List<HeldPasskey>> answer =
                            asked(directory -> user(directory).flatMap(passkeys(directory)::of));
                    answer.result().ifPresent(held::set);
                    Optional<Notice> notice = before.or(() -> answer.failure()
                            .map(problem -> context.notice(problem, Tint.BAD))
                            .or(() -> none(answer.result().orElseThrow())));
                    states.set(new PasskeysState(
                            false, held.get().stream().map(this::row).toList(), Optional.empty(), notice));
                },
                notice -> publish(false, notice));
    }

    private Optional<Notice> none(List<HeldPasskey> all) {
        return all.isEmpty() ? Optional.of(new Notice(context.text("passkeys.none"), Tint.NEUTRAL)) : Optional.empty();
    }

    /** Opens the provider's sign-in in the browser and asks how it went; for passkeys that were created here. */
    public void trySignIn(String passkeyId) {
        find(passkeyId).filter(one -> one.entry().isPresent()).ifPresent(one -> {
            publish(true, new Notice(context.text("passkeys.try.opening"), Tint.ACTIVE));
            context.inBackground(() -> open(one), notice -> publish(false, notice));
        });
    }

    private void open(HeldPasskey one) {
        Answer<Optional<URI>> answer =
                asked(directory -> Answer.done(directory.capabilities().signInAddress()));
        Optional<URI> address = answer.result().flatMap(Function.identity());
        if (address.isEmpty()) {
            publish(
                    false,
                    answer.failure()
                            .map(problem -> context.notice(problem, Tint.BAD))
                            .orElseGet(() -> new Notice(context.text("passkeys.try.noAddress"), Tint.ATTENTION)));
            return;
        }
        signIn.openBrowser(address.get());
        states.update(state ->
                new PasskeysState(false, state.rows(), Optional.of(one.passkey().id()), Optional.empty()));
    }

    /** Records what the operator said about the sign-in that was opened; does nothing if none was. */
    public void answer(SignInResult result) {
        Optional<InventoryEntry> tried =
                states.get().trial().flatMap(this::find).flatMap(HeldPasskey::entry);
        states.update(state -> new PasskeysState(state.busy(), state.rows(), Optional.empty(), state.notice()));
        tried.ifPresent(entry -> context.inBackground(() -> record(entry, result), notice -> publish(false, notice)));
    }

    private void record(InventoryEntry entry, SignInResult result) {
        boolean recorded = context.station().people().recordSignIn(entry, result);
        changed.run();
        publish(
                false,
                recorded
                        ? new Notice(context.text("passkeys.try.recorded"), Tint.GOOD)
                        : new Notice(context.text("passkeys.try.notRecorded"), Tint.ATTENTION));
    }

    private <T> Answer<T> asked(Function<Directory, Answer<T>> question) {
        return session.ask(holder.directory(), question);
    }

    private Answer<DirectoryUser> user(Directory directory) {
        return directory.people().find(holder.reference());
    }

    private HeldPasskeys passkeys(Directory directory) {
        return context.station().people().passkeys(holder.directory(), directory.passkeys());
    }

    private Optional<HeldPasskey> find(String passkeyId) {
        return held.get().stream()
                .filter(one -> one.passkey().id().equals(passkeyId))
                .findFirst();
    }

    private PasskeyRow row(HeldPasskey one) {
        Optional<Instant> created = one.passkey().created();
        return new PasskeyRow(
                one.passkey().id(),
                label(one),
                created.map(when -> DisplayText.date(when, context.messages().locale()))
                        .orElse(""),
                one.entry().map(this::origin).orElseGet(() -> context.text("passkeys.foreign"))
                        + one.passkey()
                                .type()
                                .map(type -> ", " + context.text("passkeys.type." + type))
                                .orElse(""),
                one.entry().isPresent());
    }

    private String origin(InventoryEntry entry) {
        String device =
                entry.model() + entry.serial().map(serial -> " " + serial).orElse("");
        return context.text("passkeys.ours", device);
    }

    private String label(HeldPasskey one) {
        String name = one.passkey().displayName();
        return name.isEmpty() ? context.text("passkeys.nameless") : name;
    }

    private void publish(boolean busy, Notice notice) {
        states.update(state -> new PasskeysState(busy, state.rows(), Optional.empty(), Optional.of(notice)));
    }
}
