package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chapters as they are committed. */
class CommittedChaptersTest {
    private static final Pattern SECTION = Pattern.compile("(?m)^## (\\d+)(?: ·|\\.) ");

    static List<Path> chapters() {
        return new Chapters(Home.find()).find(List.of());
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void sectionsAreNumberedWithoutAGap(Path chapter) {
        List<Integer> numbers = Notebook.read(chapter).cells().stream().filter(cell -> !cell.isCode())
                .flatMap(cell -> SECTION.matcher(cell.source()).results())
                .map(match -> Integer.valueOf(match.group(1))).toList();
        assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
    }
}
