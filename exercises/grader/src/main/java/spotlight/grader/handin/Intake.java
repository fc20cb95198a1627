package spotlight.grader.handin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes the stub files out of a submission and leaves everything else where it is. Nothing is executed, no link is followed,
 * nothing is written to disk; what a hostile or broken submission has is a remark and costs nothing but itself.
 */
public final class Intake {
    /** Bytes of a source file; the longest solution has some thousand. */
    static final int LONGEST_SOURCE = 1_000_000;
    // A copy of the course has answers and tests under the names of the stubs.
    private static final String ANSWERS = "/solutions/src/main/java/";
    private static final String TESTS = "/src/test/";
    private static final int NAMED = 3;

    /** @param placed whether it lies in its chapter's folder */
    private record Candidate(Item item, boolean placed) {
        private static final Comparator<Candidate> BEST_FIRST = Comparator
                .comparing((Candidate candidate) -> -candidate.item.version())
                .thenComparing(candidate -> !candidate.placed).thenComparing(candidate -> candidate.item.depth())
                .thenComparing(candidate -> candidate.item.time(), Comparator.reverseOrder())
                .thenComparing(candidate -> candidate.item.path());
    }

    private final StubNames names;
    private final Remarks remarks = new Remarks();
    private final Map<String, List<Candidate>> found = new TreeMap<>();
    private final Set<String> answers = new TreeSet<>();

    private Intake(Set<String> stubClassNames) {
        this.names = new StubNames(stubClassNames);
    }

    /**
     * The stubs of one submission. A file is a stub by its folder, {@code ch02/OneWeight.java}, or by its name and package
     * line. Of several the one that was handed in last counts, then one that lies in its chapter's folder, the shallowest,
     * the newest.
     *
     * @param stubClassNames the kit's, {@code spotlight.ch02.OneWeight}, …
     * @return whatever could be read; never an exception for what a student did
     */
    public static HandIn open(Submission submission, Set<String> stubClassNames) {
        Intake intake = new Intake(stubClassNames);
        SortedMap<String, String> stubs = intake.stubs(submission);
        return new HandIn(submission, stubs, intake.remarks.list());
    }

    private SortedMap<String, String> stubs(Submission submission) {
        SortedMap<String, String> taken = new TreeMap<>();
        try (Contents contents = new Contents(names::isFileName, remarks).of(submission)) {
            contents.items().forEach(this::sort);
            found.forEach((name, candidates) -> take(name, candidates).ifPresent(text -> taken.put(name, text)));
        }
        answers.removeAll(found.keySet());
        answers.forEach(
                name -> remarks.add(name + " is there only as the course's own solution, which does not count"));
        if (taken.isEmpty() && remarks.list().isEmpty()) {
            remarks.add(
                    "there is no file of an exercise in it, such as ch02/OneWeight.java: hand in the folder exercises");
        }
        return taken;
    }

    private void sort(Item item) {
        Optional<String> byPlace = names.byPlace(item.path());
        if (isCourses(item)) {
            byPlace.ifPresent(answers::add);
        } else {
            byPlace.or(() -> byPackage(item)).ifPresent(
                    name -> found.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(new Candidate(item, byPlace.isPresent())));
        }
    }

    /** Whether a file is an answer or a test that a copy of the course brings along. */
    static boolean isCourses(Item item) {
        String path = '/' + item.path();
        return path.contains(ANSWERS) || path.contains(TESTS);
    }

    private Optional<String> byPackage(Item item) {
        Optional<String> text = text(item);
        Optional<String> name = text.flatMap(source -> names.byPackage(item.name(), source));
        if (text.isPresent() && name.isEmpty()) {
            remarks.add(Remarks.quoted(item.path()) + " is left out: its first line should be "
                    + names.packageLines(item.name()));
        }
        return name;
    }

    private Optional<String> take(String name, List<Candidate> candidates) {
        candidates.sort(Candidate.BEST_FIRST);
        for (Candidate candidate : candidates) {
            Optional<String> text = text(candidate.item());
            if (text.isPresent()) {
                if (candidates.size() > 1) {
                    remarks.add(several(name, candidate, candidates));
                }
                return text;
            }
        }
        return Optional.empty();
    }

    private static String several(String name, Candidate taken, List<Candidate> candidates) {
        String others = candidates.stream().filter(candidate -> candidate != taken).limit(NAMED)
                .map(candidate -> Remarks.quoted(candidate.item().path())).collect(Collectors.joining(", "));
        int more = candidates.size() - 1 - NAMED;
        return name + " is there " + candidates.size() + " times: taken " + Remarks.quoted(taken.item().path())
                + ", left out " + others + (more > 0 ? " and " + more + " more" : "");
    }

    /** The text of a file; a remark if it cannot be had. */
    private Optional<String> text(Item item) {
        try {
            byte[] bytes = item.reading().bytes(LONGEST_SOURCE + 1);
            if (bytes.length > LONGEST_SOURCE) {
                throw new IOException("it is larger than 1 MB");
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            remarks.add(Remarks.quoted(item.path()) + " is left out: it is not UTF-8, save it with that encoding");
        } catch (IOException | RuntimeException e) {
            remarks.add(Remarks.quoted(item.path()) + " is left out: " + Contents.reason(e));
        }
        return Optional.empty();
    }
}
