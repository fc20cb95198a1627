package spotlight.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.grader.handin.Submission;

class ShardTest {
    @Test
    void everySubmissionIsInExactlyOneShard() {
        List<Submission> all = IntStream.range(0, 8).mapToObj(
                i -> new Submission("s" + i, "", Map.of(), Path.of("s" + i), Optional.empty())).toList();
        List<Submission> parts = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            parts.addAll(new Shard(i, 3).part(all));
        }
        assertEquals(List.of("s0", "s3", "s6", "s1", "s4", "s7", "s2", "s5"),
                parts.stream().map(Submission::id).toList());
        assertEquals(all, Shard.ALL.part(all));
        assertEquals(List.of(), new Shard(9, 9).part(all));
    }

    @Test
    void itIsWrittenAsAFraction() {
        assertEquals(new Shard(2, 4), Shard.of("2/4"));
        assertEquals("2/4", Shard.of("2/4").toString());
    }

    @Test
    void whatIsNoPartIsRefused() {
        for (String wrong : List.of("0/4", "5/4", "2", "2/", "a/b", "-1/2")) {
            assertEquals("shard " + wrong + ": the first of three is 1/3, the last 3/3",
                    assertThrows(IllegalArgumentException.class, () -> Shard.of(wrong)).getMessage());
        }
    }
}
