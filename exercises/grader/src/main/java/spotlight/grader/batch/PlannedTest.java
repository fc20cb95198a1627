package spotlight.grader.batch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import spotlight.grader.Call;
import spotlight.grader.Wire;

/**
 * A test class.
 *
 * @param name  of the class
 * @param calls that JUnit makes of it, if they are known beforehand: {@link spotlight.grader.ExerciseRun#record}
 */
record PlannedTest(String name, Optional<List<Call>> calls) {
    static void write(DataOutputStream out, PlannedTest test) throws IOException {
        Wire.text(out, test.name);
        Wire.list(out, test.calls.stream().toList(), (to, calls) -> Wire.list(to, calls, Call::write));
    }

    static PlannedTest read(DataInputStream in) throws IOException {
        return new PlannedTest(Wire.text(in), Wire.list(in, from -> Wire.list(from, Call::read)).stream().findFirst());
    }
}
