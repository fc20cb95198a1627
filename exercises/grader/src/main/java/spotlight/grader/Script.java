package spotlight.grader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * All that JUnit finds out about a plain test class before it runs it.
 *
 * @param seconds each test method may take
 * @param nothing the result if nothing is attempted: which methods there are, in what order, and what they are worth
 * @param calls   of these methods
 */
public record Script(int seconds, ExerciseResult nothing, List<Call> calls) {
    /** The list is copied. */
    public Script {
        calls = List.copyOf(calls);
    }

    /** Writes it. */
    public static void write(DataOutputStream out, Script script) throws IOException {
        out.writeInt(script.seconds);
        Wire.result(out, script.nothing);
        Wire.list(out, script.calls, Call::write);
    }

    /** Reads it. */
    public static Script read(DataInputStream in) throws IOException {
        return new Script(in.readInt(), Wire.result(in), Wire.list(in, Call::read));
    }
}
