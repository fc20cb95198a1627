package spotlight.grader.batch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import spotlight.grader.Script;
import spotlight.grader.Wire;

/**
 * A test class.
 *
 * @param name   of the class
 * @param script of what JUnit does with it, if that is known beforehand: {@link spotlight.grader.ExerciseRun#record}
 */
record PlannedTest(String name, Optional<Script> script) {
    static void write(DataOutputStream out, PlannedTest test) throws IOException {
        Wire.text(out, test.name);
        Wire.list(out, test.script.stream().toList(), Script::write);
    }

    static PlannedTest read(DataInputStream in) throws IOException {
        return new PlannedTest(Wire.text(in), Wire.list(in, Script::read).stream().findFirst());
    }
}
