package spotlight.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchOptionsTest {
    private final BatchOptions options = BatchOptions.standard(3);

    @Test
    void withAnotherValueAllElseStays() {
        BatchOptions other = options.withLimits(5, 64, 1).withOnly(List.of("2.1")).withExam(7, true)
                .withTests(Optional.of(Path.of("hidden"))).withShard(new Shard(2, 4));
        assertEquals(new BatchOptions(3, List.of("2.1"), 5, 64, 1, Optional.of(Path.of("hidden")), 7, true,
                new Shard(2, 4)), other);
    }

    @Test
    void whatDecidesResultsIsInThePrintAndNothingElse() {
        for (BatchOptions other : List.of(options.withLimits(31, 512, 10), options.withLimits(30, 513, 10),
                options.withLimits(30, 512, 11), options.withOnly(List.of("2.1")), options.withExam(1, false),
                options.withExam(0, true))) {
            assertNotEquals(options.print(), other.print());
        }
        assertEquals(options.print(), options.withShard(new Shard(1, 2)).print());
        assertEquals(options.print(), BatchOptions.standard(1).print());
    }
}
