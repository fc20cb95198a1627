package spotlight.grader.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;

/**
 * What is known of an exercise before anybody's answer is looked at.
 *
 * @param stub    name of the class that is handed in
 * @param source  its text in the kit
 * @param tests   the test classes, the kit's or its replacement first
 * @param nothing the result of who has done nothing: every method and what it is worth
 */
record ExercisePlan(String stub, String source, List<PlannedTest> tests, ExerciseResult nothing) {
    ExercisePlan {
        tests = List.copyOf(tests);
    }

    /** {@code OneWeight.java} */
    String file() {
        return stub.substring(stub.lastIndexOf('.') + 1) + ".java";
    }

    /** Whether a hand-in is the kit's own stub; line ends do not count. */
    boolean isUntouched(String handedIn) {
        return handedIn.equals(source) || handedIn.replace("\r\n", "\n").equals(source.replace("\r\n", "\n"));
    }

    /** This result, with every method and its worth as planned, whatever the other JVM has said about them. */
    ExerciseResult checked(ExerciseResult result) {
        Map<String, List<MethodResult>> byName = new HashMap<>();
        result.methods().forEach(one -> byName.computeIfAbsent(one.name(), key -> new ArrayList<>()).add(one));
        List<MethodResult> methods = new ArrayList<>();
        for (MethodResult planned : nothing.methods()) {
            List<MethodResult> found = byName.getOrDefault(planned.name(), new ArrayList<>());
            methods.add(found.isEmpty() ? planned : checked(planned, found.remove(0)));
        }
        return new ExerciseResult(nothing.title(), methods);
    }

    private static MethodResult checked(MethodResult planned, MethodResult found) {
        return new MethodResult(planned.name(), planned.max(), found.status(), found.message(),
                found.hint().isEmpty() ? "" : planned.hint());
    }
}
