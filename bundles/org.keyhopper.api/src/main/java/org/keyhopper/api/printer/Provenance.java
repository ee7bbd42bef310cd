package org.keyhopper.api.printer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The sources of a driver's protocol knowledge, and what it was tested on. Shown to the operator unchanged.
 *
 * @param source the kind of source
 * @param testedOn the most realistic target it was tested on
 * @param limits what is unknown or not implemented, in a sentence or two; may be empty
 * @param commands the evidence for each command that the driver sends; empty if it sends none or does not declare them
 */
public record Provenance(Source source, TestedOn testedOn, String limits, List<Command> commands) {

    /** The source of the protocol knowledge. */
    public enum Source {
        /** Published by the vendor. */
        VENDOR_DOCUMENTED,
        /** Read from published programs of third parties. */
        THIRD_PARTY_CODE,
        /** The vendor's software development kit, installed by the user. */
        VENDOR_SDK,
        /** The driver uses no protocol. */
        NOTHING_NEEDED
    }

    /** The test target. */
    public enum TestedOn {
        HARDWARE,
        /** A simulator written from the same sources as the driver: proves only that the two agree. */
        SIMULATOR,
        NOTHING
    }

    /** The evidence for a command. */
    public enum Evidence {
        /** Described by a guide, header or sample of the vendor. */
        VENDOR_GUIDE,
        /** Sent by a program used with such printers; not described in public documents of the vendor. */
        FIELDED_CLIENT,
        /** Inferred; no source shows it with this kind of printer. */
        ASSUMED
    }

    /**
     * One command of a driver.
     *
     * @param name as written by the vendor, such as {@code Sic} or {@code SUPERVISION.GetState}
     * @param evidence the evidence for it
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

    /** Creates a provenance without evidence for single commands. */
    public Provenance(Source source, TestedOn testedOn, String limits) {
        this(source, testedOn, limits, List.of());
    }

    /** Returns a copy with additional commands of the given evidence. */
    public Provenance with(Evidence evidence, String... names) {
        Stream<Command> more = Stream.of(names).map(name -> new Command(name, evidence));
        return new Provenance(
                source, testedOn, limits, Stream.concat(commands.stream(), more).toList());
    }

    /** Returns the names of the commands with this evidence, in declaration order. */
    public List<String> names(Evidence evidence) {
        return commands.stream()
                .filter(command -> command.evidence() == evidence)
                .map(Command::name)
                .toList();
    }
}
