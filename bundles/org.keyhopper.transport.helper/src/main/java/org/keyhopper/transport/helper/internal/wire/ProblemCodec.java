package org.keyhopper.transport.helper.internal.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Encodes problems. A code is represented by its id. */
final class ProblemCodec {

    private static final int MAX_ARGUMENTS = 8;

    private ProblemCodec() {}

    static void write(DataOutput out, Problem problem) throws IOException {
        List<String> arguments =
                problem.arguments().stream().limit(MAX_ARGUMENTS).toList();
        MessageFields.writeText(out, problem.code().id());
        out.writeByte(arguments.size());
        for (String argument : arguments) {
            MessageFields.writeText(out, argument);
        }
        MessageFields.writeText(out, problem.detail());
    }

    static Problem read(DataInput in) throws IOException {
        ProblemCode code = code(in.readUTF());
        int count = in.readUnsignedByte();
        if (count > MAX_ARGUMENTS) {
            throw new MalformedMessage(count + " arguments");
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arguments.add(in.readUTF());
        }
        return new Problem(code, arguments, in.readUTF());
    }

    private static ProblemCode code(String id) {
        return Arrays.stream(DeviceProblem.values())
                .filter(code -> code.id().equals(id))
                .map(ProblemCode.class::cast)
                .findFirst()
                .orElseGet(() -> new Foreign(id));
    }

    /** A code that is unknown to this side. */
    private record Foreign(String id) implements ProblemCode {}
}
