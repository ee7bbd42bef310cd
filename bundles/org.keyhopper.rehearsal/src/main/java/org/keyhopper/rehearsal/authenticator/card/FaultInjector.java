package org.keyhopper.rehearsal.authenticator.card;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.rehearsal.authenticator.model.CtapHandler;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** Injects faults into the commands of an authenticator. Faults may be scheduled on any thread. */
final class FaultInjector implements CtapHandler {
    private static final byte[] NOISE = {0x00, (byte) 0xBF, 0x5A, (byte) 0xA5, 0x13};

    private final CtapHandler authenticator;
    private final List<ArmedFault> armed = new CopyOnWriteArrayList<>();
    private volatile boolean dead;

    FaultInjector(CtapHandler authenticator) {
        this.authenticator = authenticator;
    }

    void arm(Fault fault) {
        armed.add(new ArmedFault(fault));
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public byte[] handle(byte[] message, Interaction interaction) {
        Optional<Fault> due = due(message);
        due.ifPresent(this::before);
        byte[] answer = authenticator.handle(message, interaction);
        return due.map(fault -> after(fault, answer)).orElse(answer);
    }

    @Override
    public void powerUp() {
        authenticator.powerUp();
    }

    private Optional<Fault> due(byte[] message) {
        Optional<ArmedFault> first =
                armed.stream().filter(each -> each.isDueWith(message)).findFirst();
        first.ifPresent(armed::remove);
        return first.map(ArmedFault::fault);
    }

    private void before(Fault fault) {
        if (fault.effect() == Fault.Effect.PULL_BEFORE) {
            throw new Pulled("before " + fault.kind());
        }
        if (fault.effect() == Fault.Effect.DIE) {
            dead = true;
            throw new Died();
        }
    }

    private byte[] after(Fault fault, byte[] answer) {
        return switch (fault.effect()) {
            case PULL_AFTER -> throw new Pulled("after " + fault.kind());
            case GARBAGE -> NOISE.clone();
            case DELAY -> late(fault, answer);
            case PULL_BEFORE, DIE -> answer;
        };
    }

    private static byte[] late(Fault fault, byte[] answer) {
        try {
            Thread.sleep(fault.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    /** Unwinds the authenticator when the card is removed. */
    static final class Pulled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Pulled(String moment) {
            super(moment);
        }
    }

    /** Unwinds the authenticator when the card breaks. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class ArmedFault {
        private final Fault fault;
        private int seen;

        ArmedFault(Fault fault) {
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }

        boolean isDueWith(byte[] message) {
            return fault.kind().matches(message) && ++seen == fault.occurrence();
        }
    }
}
