package spotlight.gradebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import spotlight.grader.ExerciseNumber;
import spotlight.grader.MethodResult;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.SubmissionResult;

/** What a class page counts; results are added one at a time and not kept. */
final class ClassStatistics {
    private static final int MOST_MISTAKES = 20_000; // a class that prints random numbers must not fill the memory
    private static final int LONGEST = 300;

    private final Course course;
    private final List<Grade> grades = new ArrayList<>();
    private final Map<ExerciseNumber, Map<String, Integer>> mistakes = new TreeMap<>();
    private int different;

    ClassStatistics(Course course) {
        this.course = course;
    }

    /**
     * How one exercise went.
     *
     * @param tried  students who handed in something for it
     * @param full   of these, with all points
     * @param mean   percent of its points that those who tried have on average; 0 if nobody tried
     */
    record Difficulty(Course.Item item, int tried, int full, double mean) {
    }

    /** A message that so many students got. */
    record Mistake(ExerciseNumber exercise, String message, int students) {
    }

    void add(Grade grade, SubmissionResult result) {
        grades.add(grade);
        for (ExerciseOutcome outcome : result.exercises()) {
            Set<String> own = new HashSet<>();
            outcome.result().methods().stream().filter(ClassStatistics::wrong)
                    .forEach(method -> own.add(message(method)));
            ExerciseNumber number = ExerciseNumber.of(outcome.result().title());
            own.stream().sorted().forEach(message -> count(number, message));
        }
    }

    private void count(ExerciseNumber exercise, String message) {
        Map<String, Integer> known = mistakes.computeIfAbsent(exercise, key -> new TreeMap<>());
        if (known.containsKey(message) || different < MOST_MISTAKES) {
            different += known.containsKey(message) ? 0 : 1;
            known.merge(message, 1, Integer::sum);
        }
    }

    private static boolean wrong(MethodResult method) {
        return (method.status() == Status.FAILED || method.status() == Status.TIMED_OUT)
                && !method.message().isBlank();
    }

    private static String message(MethodResult method) {
        return Visible.cut(Visible.line(method.message().strip().lines().findFirst().orElse("")), LONGEST);
    }

    List<Grade> grades() {
        return grades;
    }

    /** The messages that most students got, each at least twice. */
    List<Mistake> commonMistakes(int most) {
        List<Mistake> all = new ArrayList<>();
        mistakes.forEach((exercise, messages) -> messages.forEach((message, students) -> {
            if (students > 1) {
                all.add(new Mistake(exercise, message, students));
            }
        }));
        all.sort(Comparator.comparing(Mistake::students).reversed().thenComparing(Mistake::exercise)
                .thenComparing(Mistake::message));
        return all.subList(0, Math.min(most, all.size()));
    }

    /** The exercises that somebody tried and not everybody solved, hardest first. */
    List<Difficulty> hardest(int most) {
        return course.exercises().values().stream().filter(Course.Item::counts).map(this::difficulty)
                .filter(one -> one.tried() > 0 && one.full() < one.tried())
                .sorted(Comparator.comparing(Difficulty::mean).thenComparing(one -> one.item().number())).limit(most)
                .toList();
    }

    private Difficulty difficulty(Course.Item item) {
        List<Mark> tried = grades.stream().flatMap(grade -> grade.mark(item.number()).stream()).filter(Mark::tried)
                .toList();
        BigDecimal points = tried.stream().map(Mark::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Difficulty(item, tried.size(), (int) tried.stream().filter(Mark::full).count(),
                Decimal.percentOf(points, item.max().multiply(Decimal.of(tried.size()))));
    }

    /** How many students have 0 to under 10 percent, …, 90 to 100 percent of the maximum. */
    double[] distribution() {
        double[] students = new double[10];
        grades.forEach(grade -> students[Math.min(9,
                (int) Decimal.percentOf(grade.result(), course.max()) / 10)]++);
        return students;
    }

    /** The median of the final points. */
    BigDecimal median() {
        return median(grades.stream().map(Grade::result).sorted().toList());
    }

    /** The mean of the final points. */
    BigDecimal mean() {
        return grades.isEmpty()
                ? BigDecimal.ZERO
                : grades.stream().map(Grade::result).reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(Decimal.of(grades.size()), 1, RoundingMode.HALF_UP);
    }

    /** The median of a chapter's points. */
    BigDecimal median(int chapter) {
        return median(grades.stream().map(grade -> grade.chapters().getOrDefault(chapter, BigDecimal.ZERO)).sorted()
                .toList());
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(Decimal.of(2), 2, RoundingMode.HALF_UP);
    }
}
