package spotlight.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelTest {
    @TempDir
    private Path folder;

    @Test
    void pairsAreSeparatedByATab() {
        assertEquals(List.of(new Parallel("I eat.", "我吃。"), new Parallel("a \"b\"", "c")), Parallel
                .tsv(new Given(folder).file("a.tsv", "\uFEFFI eat.\t我吃。\r\n\r\n a \"b\" \tc\r\n")));
    }

    @Test
    void wrongLinesAreNamed() {
        Given given = new Given(folder);
        given.fails(" line 2: 1 field, expected 2 (source, a tab, target)", "a\tb\nc d\n", Parallel::tsv);
        given.fails(" line 3: 3 fields, expected 2 (source, a tab, target)", "a\tb\n\na\tb\tc\n", Parallel::tsv);
        given.fails(" line 1: the source is empty", " \tb\n", Parallel::tsv);
        given.fails(" line 1: the target is empty", "a\t\n", Parallel::tsv);
    }
}
