package org.keyhopper.central.server;

import java.util.concurrent.CompletableFuture;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.model.Personalities;
import org.keyhopper.rehearsal.station.RehearsalReader;

/** Inserts a card when one is wanted, removes it when it is finished, and provisions; one run after the other. */
final class DeskOperator implements RunListener {

    private final RehearsalReader reader;
    private volatile CompletableFuture<Run> run = new CompletableFuture<>();
    private int cards;

    /** Done while the removal of a device is asked for whose person is provisioned. */
    volatile Runnable atRemoval = () -> {};

    DeskOperator(RehearsalReader reader) {
        this.reader = reader;
    }

    /** A run is going to be started. */
    void expectRun() {
        run = new CompletableFuture<>();
    }

    /** The run was started. */
    void follow(Run started) {
        run.complete(started);
    }

    @Override
    public void changed(RunSnapshot now) {
        switch (now.phase()) {
            case INSERT_DEVICE -> insertFreshCard();
            case READY -> run.thenAccept(it -> it.choose(Choice.PROVISION, now.moment()));
            case REMOVE_PROVISIONED -> {
                atRemoval.run();
                reader.takeOut();
            }
            case REMOVE_DEVICE, REMOVE_FAILED -> reader.takeOut();
            default -> {
                // Nothing to do.
            }
        }
    }

    private void insertFreshCard() {
        if (reader.card().isEmpty()) {
            reader.insert(Card.fresh("" + ++cards, Personalities.parse("x5c")));
        }
    }

    @Override
    public void happened(RunEvent event) {
        // The snapshots say enough.
    }
}
