package org.keyhopper.core.internal.run.printer;

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
import org.keyhopper.core.internal.run.DeviceEligibility;
import org.keyhopper.core.internal.run.DirectoryWideProblems;
import org.keyhopper.core.internal.run.Prefetched;
import org.keyhopper.core.internal.run.PrefetchedDirectory;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunPhase;

/** One card for one recipient, from the hopper to a tray. On the printer's thread. */
final class CardJob {

    /** Cards that are tried for one recipient in one run. */
    private static final int CARDS_PER_RECIPIENT = 2;

    private final PrinterContext printer;
    private final RunContext run;
    private final RecipientState recipient;
    private final Prefetched prefetched;
    private final CardHandling handling;
    private final long began = System.nanoTime();
    private boolean settles;
    private CompletableFuture<Void> noted = CompletableFuture.completedFuture(null);

    CardJob(PrinterContext printer, RecipientState recipient, Prefetched prefetched, CardHandling handling) {
        this.printer = printer;
        this.run = printer.run();
        this.recipient = recipient;
        this.prefetched = prefetched;
        this.handling = handling;
    }

    /**
     * Brings a card to the encoder, works on it and moves it to the tray where it belongs.
     *
     * @throws CardRejectedException when the card cannot be used and nothing was done to it; it was rejected
     */
    void perform() throws PrinterUnavailableException, CardRejectedException, InterruptedException {
        CeremonyResult result;
        try {
            LinkDescription card = feed();
            DeviceFacts facts = identified(card);
            Treatment treatment = treatment(facts);
            printer.state().enter(PrinterPhase.WORKING);
            result = new CardCeremony(printer, recipient, order(facts, treatment)).perform();
            settles = true;
        } catch (CardRejectedException e) {
            reject(e.problem());
            run.add(attempt(recipient, Optional.of(e.problem()), true));
            throw e;
        }
        if (result.isGood()) {
            release(result);
        } else {
            failed(result.await());
        }
    }

    /** Returns whether the work on a card has begun, so that it decides the recipient's outcome. */
    boolean settles() {
        return settles;
    }

    /** Completes when the passkey was read back as well, and the attempt is noted. */
    CompletableFuture<Void> noted() {
        return noted;
    }

    private LinkDescription feed() throws PrinterUnavailableException, CardRejectedException, InterruptedException {
        printer.state().enter(PrinterPhase.FEEDING);
        run.state().meter().began();
        boolean learning = !printer.reader().isKnown();
        if (learning) {
            run.printing().learning().lockInterruptibly();
        }
        try {
            return fed();
        } finally {
            if (learning) {
                run.printing().learning().unlock();
            }
        }
    }

    private LinkDescription fed() throws PrinterUnavailableException, CardRejectedException, InterruptedException {
        // Clears a leftover card, which the reader may still see.
        handling.begin();
        printer.reader().awaitEmpty(printer.operator());
        printer.moved(CardLocation.MOVING, recipient);
        long start = System.nanoTime();
        handling.feed();
        printer.reader().arrived(Duration.ofNanos(System.nanoTime() - start));
        if (printer.isFedByHand()) {
            run.report(new RunEvent.Waiting(RunEvent.Movement.INSERT));
        }
        LinkDescription card = printer.reader().awaitCard(printer.isFedByHand(), run.control());
        printer.state().boundTo(card.id().slot());
        printer.moved(CardLocation.at(printer.state().order().encoder()), recipient);
        return card;
    }

    private DeviceFacts identified(LinkDescription card) throws CardRejectedException, InterruptedException {
        printer.state().enter(PrinterPhase.IDENTIFYING);
        long start = System.nanoTime();
        DeviceFacts facts = run.identify(card.id());
        if (mayBeReset(facts)) {
            // It may be a card of this run that came back before its passkey was read back, and is in no inventory yet.
            run.awaitReadBacks();
            facts = run.identify(card.id());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (facts.obstacle().isPresent()) {
            throw new CardRejectedException(facts.obstacle().get());
        }
        facts.info().ifPresent(run::expect);
        printer.state().identified(took);
        run.report(new RunEvent.StepDone(recipient, CeremonyStep.IDENTIFY, took));
        return facts;
    }

    private Treatment treatment(DeviceFacts facts) throws CardRejectedException {
        if (DeviceEligibility.of(facts, request().profile()) == RunPhase.READY) {
            return Treatment.AS_IT_IS;
        }
        if (!mayBeReset(facts)) {
            throw new CardRejectedException(DeviceEligibility.reasonAgainst(Optional.of(facts)));
        }
        if (facts.link().kind() == DeviceKind.USB_KEY) {
            // A key has to be reinserted for its reset, and no operator is there.
            throw new CardRejectedException(Problem.of(DeviceProblem.RESET_NOT_POSSIBLE));
        }
        return Treatment.RESET_FIRST;
    }

    private boolean mayBeReset(DeviceFacts facts) {
        return DeviceEligibility.of(facts, request().profile()) == RunPhase.ALREADY_PROVISIONED
                && run.order().provisioned() == OnProvisioned.RESET
                && !isOfThisRequest(facts);
    }

    /** A provisioned card of this request that came back into the hopper is not taken from its holder. */
    private boolean isOfThisRequest(DeviceFacts facts) {
        return facts.known()
                .filter(entry -> entry.recipient().request().equals(request().id()))
                .isPresent();
    }

    private ProvisioningRequest request() {
        return run.request();
    }

    private CeremonyOrder order(DeviceFacts facts, Treatment treatment) {
        return new CeremonyOrder(
                recipient,
                prefetched.user().result().orElseThrow(),
                request().profile(),
                request().directory(),
                new PrefetchedDirectory(
                        run.directory(), prefetched, run.services().clock()),
                facts,
                treatment);
    }

    /** The card leaves while its passkey is read back; the attempt is noted when both are done. */
    private void release(CeremonyResult result) throws PrinterUnavailableException, InterruptedException {
        printer.state().proving(recipient);
        CompletableFuture<RecipientState> proof = new CompletableFuture<>();
        run.add(proof);
        Thread.ofPlatform()
                .daemon()
                .name("read-back " + recipient.id().position())
                .start(() -> prove(result, proof));
        CompletableFuture<CardLocation> away = new CompletableFuture<>();
        noted = proof.thenAcceptBoth(away, this::provedAndAway);
        try {
            printer.state().enter(PrinterPhase.EJECTING);
            handling.eject();
            handOver();
        } finally {
            // A card that is still inside is put out now, so that the location noted is final.
            handling.close();
            away.complete(handling.location());
        }
    }

    private void prove(CeremonyResult result, CompletableFuture<RecipientState> proof) {
        try {
            result.await();
            RecipientState now = run.settled(recipient);
            printer.state().proved(recipient);
            proof.complete(now);
        } catch (RuntimeException | Error e) {
            run.stop(Failures.problemOf(e));
            proof.completeExceptionally(e);
        }
    }

    private void provedAndAway(RecipientState now, CardLocation where) {
        boolean good = now.outcome() == Outcome.PROVISIONED;
        printer.state().count(good, where, handling.wasTakenOut());
        Optional<Problem> problem = good ? Optional.empty() : now.last().flatMap(OutcomeRecord::problem);
        run.add(new Attempt(now, problem, false, where, duration()));
        problem.filter(DirectoryWideProblems::contain).ifPresent(run::stop);
    }

    private void failed(OutcomeRecord outcome) throws PrinterUnavailableException, InterruptedException {
        Problem problem = outcome.problem().orElseThrow();
        if (Outages.isWithoutTrace(outcome)) {
            notBegun(problem);
            return;
        }
        boolean again = isCardsFault(outcome) && run.countCard(recipient) < CARDS_PER_RECIPIENT;
        RecipientState now = again ? run.settledForNow(recipient) : run.settled(recipient);
        if (again) {
            run.report(new RunEvent.NextCard(recipient, problem));
        }
        if (DirectoryWideProblems.contain(problem)) {
            run.stop(problem);
        }
        try {
            reject(problem);
        } finally {
            handling.close();
            run.add(attempt(now, Optional.of(problem), again));
        }
    }

    /** Recipient and card are as before. Central out of reach is waited for with the next recipient. */
    private void notBegun(Problem problem) throws PrinterUnavailableException, InterruptedException {
        if (Outages.isOfCentral(problem) && run.countCard(recipient) < CARDS_PER_RECIPIENT) {
            run.reopenUnclaimed(recipient);
        } else {
            run.reopen(recipient);
            run.stop(problem);
        }
        try {
            reject(problem);
        } finally {
            handling.close();
        }
    }

    private static boolean isCardsFault(OutcomeRecord outcome) {
        return outcome.outcome() == Outcome.FAILED
                && outcome.problem()
                        .filter(problem -> problem.code() instanceof DeviceProblem)
                        .isPresent();
    }

    private void reject(Problem why) throws PrinterUnavailableException, InterruptedException {
        printer.state().enter(PrinterPhase.REJECTING);
        CardLocation where = handling.reject(why);
        if (where != CardLocation.HOPPER) {
            printer.state().count(false, where, handling.wasTakenOut());
        }
        handOver();
    }

    private void handOver() throws InterruptedException {
        printer.moved(handling.location(), recipient);
        if (handling.isInTray()) {
            printer.reader().left();
        }
        if (printer.isFedByHand()) {
            run.report(new RunEvent.Waiting(RunEvent.Movement.REMOVE));
            printer.reader().awaitTaken(run.control());
        }
    }

    private Attempt attempt(RecipientState now, Optional<Problem> problem, boolean again) {
        return new Attempt(now, problem, again, handling.location(), duration());
    }

    private Duration duration() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
