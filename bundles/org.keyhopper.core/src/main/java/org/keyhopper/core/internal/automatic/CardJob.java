package org.keyhopper.core.internal.automatic;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.automatic.Attempt;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.internal.ceremony.CeremonyResult;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.directory.Outages;
import org.keyhopper.core.internal.run.DeviceVerdict;
import org.keyhopper.core.internal.run.Halting;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunPhase;

/** One card for one recipient, from the hopper to a tray. On the lane's thread. */
final class CardJob {

    /** So many cards are tried for one recipient in one run. */
    private static final int CARDS_PER_PERSON = 2;

    private final LaneParts lane;
    private final RecipientState recipient;
    private final Foreseen foreseen;
    private final CardHandling moves;
    private final long began = System.nanoTime();
    private boolean settles;
    private CompletableFuture<Void> noted = CompletableFuture.completedFuture(null);

    CardJob(LaneParts lane, RecipientState recipient, Foreseen foreseen, CardHandling moves) {
        this.lane = lane;
        this.recipient = recipient;
        this.foreseen = foreseen;
        this.moves = moves;
    }

    /**
     * Brings a card to the encoder, works on it and puts it where it belongs.
     *
     * @throws BadCard when the card was no good and nothing was done to it; it is away then
     */
    void perform() throws LaneOut, BadCard, InterruptedException {
        CeremonyResult ending;
        try {
            LinkDescription card = feed();
            DeviceFacts facts = identified(card);
            Treatment treatment = treatment(facts);
            lane.board().enter(PrinterPhase.WORKING);
            ending = new Work(lane, recipient, order(facts, treatment)).perform();
            settles = true;
        } catch (BadCard e) {
            reject(e.problem());
            lane.course().board().add(attempt(recipient, Optional.of(e.problem()), true, moves.location()));
            throw e;
        }
        if (ending.isGood()) {
            letGo(ending);
        } else {
            failed(ending.await());
        }
    }

    /** Returns whether work on a card began, so that it decides what becomes of the recipient. */
    boolean settles() {
        return settles;
    }

    /** Completes when also the directory has given its word, and what became of the card is noted. */
    CompletableFuture<Void> noted() {
        return noted;
    }

    private LinkDescription feed() throws LaneOut, BadCard, InterruptedException {
        lane.board().enter(PrinterPhase.FEEDING);
        lane.course().board().meter().began();
        boolean learning = !lane.reader().isKnown();
        if (learning) {
            lane.desk().printing().learning().lockInterruptibly();
        }
        try {
            // Puts a card from before out of the way, which the reader may still see.
            moves.begin();
            lane.reader().awaitEmpty(lane.operator());
            lane.board().moved(CardLocation.MOVING, Optional.of(recipient));
            long start = System.nanoTime();
            moves.feed();
            lane.reader().sawCome(Duration.ofNanos(System.nanoTime() - start));
            if (lane.isFedByHand()) {
                lane.course().board().tell(new RunEvent.Waiting(RunEvent.Movement.INSERT));
            }
            LinkDescription card =
                    lane.reader().awaitCard(lane.isFedByHand(), lane.course().gate());
            lane.board().boundTo(card.id().slot());
            lane.board().moved(CardLocation.at(lane.order().encoder()), Optional.of(recipient));
            return card;
        } finally {
            if (learning) {
                lane.desk().printing().learning().unlock();
            }
        }
    }

    private DeviceFacts identified(LinkDescription card) throws BadCard, InterruptedException {
        lane.board().enter(PrinterPhase.IDENTIFYING);
        long start = System.nanoTime();
        DeviceFacts facts = lane.desk().parts().devices().identify(card.id()).join();
        if (mayBeErased(facts)) {
            // It may be a good one that left and came back before the directory has spoken, and is in no inventory yet.
            lane.course().proofs().await();
            facts = lane.desk().parts().devices().identify(card.id()).join();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (facts.obstacle().isPresent()) {
            throw new BadCard(facts.obstacle().get());
        }
        facts.info().ifPresent(lane.desk().foresight()::saw);
        lane.board().identified(took);
        lane.course().board().tell(new RunEvent.StepDone(recipient, CeremonyStep.IDENTIFY, took));
        return facts;
    }

    private Treatment treatment(DeviceFacts facts) throws BadCard {
        if (DeviceVerdict.on(facts, request().profile()) == RunPhase.READY) {
            return Treatment.AS_IT_IS;
        }
        if (!mayBeErased(facts)) {
            throw new BadCard(DeviceVerdict.reasonAgainst(Optional.of(facts)));
        }
        if (facts.link().kind() == DeviceKind.USB_KEY) {
            // It would have to be taken out and put back, and nobody is there to do that.
            throw new BadCard(Problem.of(DeviceProblem.RESET_NOT_POSSIBLE));
        }
        return Treatment.RESET_FIRST;
    }

    private boolean mayBeErased(DeviceFacts facts) {
        return DeviceVerdict.on(facts, request().profile()) == RunPhase.ALREADY_PROVISIONED
                && lane.desk().order().provisioned() == OnProvisioned.RESET
                && !isOfThisRequest(facts);
    }

    /** A good card of this request that came back into the hopper is not to be taken from its holder. */
    private boolean isOfThisRequest(DeviceFacts facts) {
        return facts.known()
                .filter(entry -> entry.recipient().request().equals(request().id()))
                .isPresent();
    }

    private ProvisioningRequest request() {
        return lane.course().roster().request();
    }

    private CeremonyOrder order(DeviceFacts facts, Treatment treatment) {
        return new CeremonyOrder(
                recipient,
                foreseen.user().result().orElseThrow(),
                request().profile(),
                request().directory(),
                new ForeseenDirectory(
                        lane.desk().directory(), foreseen, lane.desk().parts().clock()),
                facts,
                treatment);
    }

    /** The card leaves while the directory's word is waited for; both are noted when both are there. */
    private void letGo(CeremonyResult ending) throws LaneOut, InterruptedException {
        lane.board().proving(recipient);
        CompletableFuture<RecipientState> proof = new CompletableFuture<>();
        lane.course().proofs().add(proof);
        Thread.ofPlatform().daemon().name("proof " + recipient.id().position()).start(() -> prove(ending, proof));
        CompletableFuture<CardLocation> away = new CompletableFuture<>();
        noted = proof.thenAcceptBoth(away, this::leftAfterWork);
        try {
            lane.board().enter(PrinterPhase.EJECTING);
            moves.eject();
            handOver();
        } finally {
            // A card that is still inside is put out now, so that what is noted is where it stays.
            moves.close();
            away.complete(moves.location());
        }
    }

    private void prove(CeremonyResult ending, CompletableFuture<RecipientState> proof) {
        try {
            ending.await();
            RecipientState now = lane.course().outcomes().takeOver(recipient);
            lane.course().roster().done(recipient);
            lane.board().proved(recipient);
            proof.complete(now);
        } catch (RuntimeException | Error e) {
            lane.course().stop(Failures.problemOf(e));
            proof.completeExceptionally(e);
        }
    }

    private void leftAfterWork(RecipientState now, CardLocation where) {
        boolean good = now.outcome() == Outcome.PROVISIONED;
        lane.board().put(good ? Piled.good(where, moves.wasTakenOut()) : Piled.bad(where, moves.wasTakenOut()));
        Optional<Problem> problem = good ? Optional.empty() : now.last().flatMap(OutcomeRecord::problem);
        lane.course().board().add(attempt(now, problem, false, where));
        problem.filter(Halting::isFor).ifPresent(lane.course()::stop);
    }

    private void failed(OutcomeRecord outcome) throws LaneOut, InterruptedException {
        Problem problem = outcome.problem().orElseThrow();
        if (Outages.isWithoutTrace(outcome)) {
            notBegun(problem);
            return;
        }
        RecipientState now = lane.course().outcomes().takeOver(recipient);
        boolean again = isCardsFault(outcome) && lane.course().roster().countCard(recipient) < CARDS_PER_PERSON;
        if (again) {
            lane.course().outcomes().again(recipient);
            lane.course().roster().giveBack(recipient);
            lane.course().board().tell(new RunEvent.NextCard(recipient, problem));
        } else {
            lane.course().roster().done(recipient);
        }
        if (Halting.isFor(problem)) {
            lane.course().stop(problem);
        }
        try {
            reject(problem);
        } finally {
            moves.close();
            lane.course().board().add(attempt(now, Optional.of(problem), again, moves.location()));
        }
    }

    /** The run ended while the directory was out: the recipient is pending as before, and the card is as it was. */
    private void notBegun(Problem problem) throws LaneOut, InterruptedException {
        lane.course().outcomes().again(recipient);
        lane.course().roster().giveBack(recipient);
        lane.course().stop(problem);
        try {
            reject(problem);
        } finally {
            moves.close();
        }
    }

    private static boolean isCardsFault(OutcomeRecord outcome) {
        return outcome.outcome() == Outcome.FAILED
                && outcome.problem()
                        .filter(problem -> problem.code() instanceof DeviceProblem)
                        .isPresent();
    }

    private void reject(Problem why) throws LaneOut, InterruptedException {
        lane.board().enter(PrinterPhase.REJECTING);
        CardLocation where = moves.reject(why);
        if (where != CardLocation.HOPPER) {
            lane.board().put(Piled.bad(where, moves.wasTakenOut()));
        }
        handOver();
    }

    private void handOver() throws InterruptedException {
        lane.board().moved(moves.location(), Optional.of(recipient));
        if (moves.isInTray()) {
            lane.reader().sawLeave();
        }
        if (lane.isFedByHand()) {
            lane.course().board().tell(new RunEvent.Waiting(RunEvent.Movement.REMOVE));
            lane.reader().awaitTaken(lane.course().gate());
        }
    }

    private Attempt attempt(RecipientState now, Optional<Problem> problem, boolean again, CardLocation where) {
        return new Attempt(now, problem, again, where, Duration.ofNanos(System.nanoTime() - began));
    }
}
