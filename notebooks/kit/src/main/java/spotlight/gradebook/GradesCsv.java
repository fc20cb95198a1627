package spotlight.gradebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code grades.csv}: a row a student; exercises, chapters, total, what lateness cost, final points and remarks. */
final class GradesCsv {
    private final Course course;
    private final Deadline deadline;
    private final List<Course.Item> items;

    GradesCsv(Course course, Deadline deadline) {
        this.course = course;
        this.deadline = deadline;
        items = course.exercises().values().stream().filter(Course.Item::counts).toList();
    }

    void write(Path file, List<Grade> grades) {
        SafeCsv csv = new SafeCsv(header());
        grades.forEach(grade -> csv.add(row(grade)));
        csv.write(file, true);
    }

    /** An exercise's title stands beside its number: alone, 2.10 would become 2.1 in a spreadsheet. */
    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("id", "name", "handed in"));
        items.forEach(item -> header.add(SafeCsv.text(item.title())));
        course.chapters().keySet().forEach(chapter -> header.add(chapter(chapter)));
        header.addAll(List.of("total", "maximum", "late deduction", "final", "remarks"));
        return header;
    }

    private List<String> row(Grade grade) {
        List<String> row = new ArrayList<>(Stream.of(grade.id(), grade.submission().name(),
                grade.submission().handedIn().map(deadline::shown).orElse("")).map(SafeCsv::text).toList());
        items.forEach(item -> row.add(grade.mark(item.number()).map(mark -> SafeCsv.number(mark.points())).orElse("")));
        course.chapters().keySet().forEach(chapter -> row
                .add(grade.chapters().containsKey(chapter) ? SafeCsv.number(grade.chapters().get(chapter)) : ""));
        Stream.of(grade.total(), grade.max(), grade.deduction(), grade.result()).map(SafeCsv::number).forEach(row::add);
        row.add(SafeCsv.text(String.join("; ", grade.remarks())));
        return row;
    }

    private static String chapter(int number) {
        return String.format(Locale.ROOT, "chapter %02d", number);
    }
}
