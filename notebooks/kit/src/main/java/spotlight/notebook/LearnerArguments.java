package spotlight.notebook;

import java.util.List;
import java.util.Map;

/** Which values a parameter takes, as a call in Java would: boxed for primitive, and a narrow number for a wide one. */
final class LearnerArguments {
    /** From narrow to wide; reflection widens as Java does. */
    private static final List<Class<?>> WIDENING = List.of(int.class, long.class, float.class, double.class);
    private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(Integer.class, int.class, Long.class, long.class,
            Float.class, float.class, Double.class, double.class, Boolean.class, boolean.class, Character.class,
            char.class);

    private LearnerArguments() {
    }

    static boolean fits(Class<?> parameter, Object argument) {
        if (!parameter.isPrimitive()) {
            return argument == null || parameter.isInstance(argument);
        }
        Class<?> given = argument == null ? void.class : PRIMITIVES.getOrDefault(argument.getClass(), void.class);
        return given == parameter || WIDENING.contains(given) && WIDENING.indexOf(given) <= WIDENING.indexOf(parameter);
    }
}
