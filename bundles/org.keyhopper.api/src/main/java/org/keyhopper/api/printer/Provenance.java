package org.keyhopper.api.printer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a driver's knowledge of its printers is from, and what it was tried on. Shown to the operator as it is.
 *
 * @param source who says so
 * @param testedOn the best thing it was tried on
 * @param limits what is not known or not built, in a sentence or two; may be empty
 * @param commands where each command that the driver sends is known from; empty where it sends none or has not said
 */
public record Provenance(Source source, TestedOn testedOn, String limits, List<Command> commands) {

    /** Who says how to talk to the printer. */
    public enum Source {
        /** Published by the vendor. */
        VENDOR_DOCUMENTED,
        /** Read from working programs that others published. */
        THIRD_PARTY_CODE,
        /** The vendor's software development kit, installed by the user. */
        VENDOR_SDK,
        /** There is nothing to talk to. */
        NOTHING_NEEDED
    }

    /** What it was tried on. */
    public enum TestedOn {
        HARDWARE,
        /** A simulator written from the same facts as the driver: it proves that the two agree, no more. */
        SIMULATOR,
        NOTHING
    }

    /** How well a command is known. */
    public enum Evidence {
        /** A guide, header or sample of the vendor describes it. */
        VENDOR_GUIDE,
        /** A program that is used with such printers sends it; the vendor's public texts do not describe it. */
        FIELDED_CLIENT,
        /** Concluded from other facts; no source shows it with this kind of printer. */
        ASSUMED
    }

    /**
     * One command of a driver.
     *
     * @param name as the vendor writes it, such as {@code Sic} or {@code SUPERVISION.GetState}
     * @param evidence how well it is known
     */
    public record Command(String name, Evidence evidence) {

        public Command {
            Objects.requireNonNull(name);
            Objects.requireNonNull(evidence);
        }
    }

    public Provenance {
        Objects.requireNonNull(source);
        Objects.requireNonNull(testedOn);
        Objects.requireNonNull(limits);
        commands = List.copyOf(commands);
    }

    /** Says nothing about single commands. */
    public Provenance(Source source, TestedOn testedOn, String limits) {
        this(source, testedOn, limits, List.of());
    }

    /** Returns this with commands of one evidence more. */
    public Provenance with(Evidence evidence, String... names) {
        Stream<Command> more = Stream.of(names).map(name -> new Command(name, evidence));
        return new Provenance(
                source, testedOn, limits, Stream.concat(commands.stream(), more).toList());
    }

    /** Returns the names of the commands with this evidence, in the order given. */
    public List<String> names(Evidence evidence) {
        return commands.stream()
                .filter(command -> command.evidence() == evidence)
                .map(Command::name)
                .toList();
    }
}
