package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final ExerciseResult NOTHING = new ExerciseResult("99.1 Twice",
            List.of(new MethodResult("doubles", 2, Status.NOT_ATTEMPTED, "", "think")));

    @Test
    void comesBackAsItWasWritten() {
        for (List<Call> calls : List.of(List.<Call>of(),
                List.of(new Call("doubles", List.of(1, "two")), new Call("doubles", List.of())))) {
            Script script = new Script(10, NOTHING, calls);
            assertEquals(script, Wire.read(Wire.write(out -> Script.write(out, script)), Script::read));
        }
    }

    @Test
    void itsCallsDoNotChange() {
        List<Call> calls = new ArrayList<>();
        Script script = new Script(10, NOTHING, calls);
        calls.add(new Call("doubles", List.of()));
        assertEquals(List.of(), script.calls());
    }
}
