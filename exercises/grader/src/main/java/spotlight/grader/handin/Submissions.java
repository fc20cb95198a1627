package spotlight.grader.handin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The submissions in a folder: one folder, zip or git checkout per student, or what Moodle, Canvas or GitHub Classroom's
 * command line downloads, unpacked or as the one zip that it came in.
 */
public final class Submissions {
    private static final Set<String> NOBODYS = Set.of(HandInTimes.FILE, "__MACOSX", "Thumbs.db", "desktop.ini");
    private static final String CLASSROOM = "-submissions";

    /** @param label what the id is made from */
    private record Found(String label, String name, Map<String, String> platform, Path place) {
    }

    private final Path folder;
    private final Map<String, Found> found = new TreeMap<>();
    private final List<String> strays = new ArrayList<>();

    private Submissions(Path folder) {
        this.folder = folder;
    }

    /**
     * One entry per student. The same folder gives the same ids, whatever the order of its files on disk; a student keeps the
     * id when others come in, unless their names are as good as equal.
     *
     * @param folder of the submissions, or a zip of all of them from Moodle or Canvas
     * @return sorted by id
     * @throws IllegalArgumentException if there is no such folder, or its {@code times.csv} has a line that is not one
     * @throws IOException              if the folder cannot be read
     */
    public static List<Submission> find(Path folder) throws IOException {
        Submissions submissions = scanned(folder);
        Map<String, HandInTimes.Line> times = submissions.times();
        Map<String, String> ids = submissions.ids();
        List<Submission> all = new ArrayList<>();
        for (Map.Entry<String, Found> entry : submissions.found.entrySet()) {
            Found each = entry.getValue();
            Submission untimed = new Submission(ids.get(entry.getKey()), each.name(), each.platform(), each.place(),
                    Optional.empty());
            Optional<Instant> time = Optional.ofNullable(times.getOrDefault(untimed.id(), times.get(untimed.name())))
                    .map(HandInTimes.Line::time).or(() -> HandInTimes.ofFiles(untimed));
            all.add(new Submission(untimed.id(), each.name(), each.platform(), each.place(), time));
        }
        all.sort(Comparator.comparing(Submission::id));
        return all;
    }

    /**
     * What lies in the folder and is nobody's submission, one sentence each: the instructor should look at it.
     *
     * @param folder as for {@link #find}
     * @throws IllegalArgumentException as there
     * @throws IOException              as there
     */
    public static List<String> strays(Path folder) throws IOException {
        Submissions submissions = scanned(folder);
        List<String> all = new ArrayList<>(submissions.strays);
        Map<String, String> ids = submissions.ids();
        submissions.times().values().stream()
                .filter(line -> !ids.containsValue(line.who())
                        && submissions.found.values().stream().noneMatch(each -> each.name().equals(line.who())))
                .forEach(line -> all.add(HandInTimes.FILE + " line " + line.number() + ": nobody is called '"
                        + Remarks.quoted(line.who()) + "'"));
        return all;
    }

    private static Submissions scanned(Path folder) throws IOException {
        Submissions submissions = new Submissions(folder);
        if (Files.isDirectory(folder)) {
            submissions.scan();
        } else if (!Files.isRegularFile(folder)) {
            throw new IllegalArgumentException(folder + ": there is no such folder");
        } else if (!submissions.zipOfAll(folder)) {
            throw new IllegalArgumentException(
                    folder + ": not a zip of all submissions from Moodle or Canvas, give the folder it is in");
        }
        return submissions;
    }

    private void scan() throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        }
        children.removeIf(child -> nobodys(child.getFileName().toString()));
        children.sort(Comparator.comparing(child -> child.getFileName().toString()));
        // Inside a student's zip nobody else is looked for, or a student could hand in for another one.
        if (children.size() == 1 && Files.isRegularFile(children.get(0), LinkOption.NOFOLLOW_LINKS)
                && Owner.of(children.get(0).getFileName().toString()).isEmpty() && zipOfAll(children.get(0))) {
            return;
        }
        children.forEach(this::add);
    }

    private static boolean nobodys(String name) {
        return name.startsWith(".") || NOBODYS.contains(name);
    }

    private void add(Path child) {
        String name = child.getFileName().toString();
        Optional<Owner> owner = Owner.of(name);
        boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
        if (owner.isPresent()) {
            add(owner.get(), owner.get().rest().isEmpty() && isFolder ? child : folder);
        } else if (isFolder || Files.isSymbolicLink(child)) {
            String student = student(name);
            found.put("plain " + name, new Found(student, student, Map.of(), child));
        } else if (Contents.isArchive(name)) {
            String stem = name.substring(0, name.lastIndexOf('.'));
            found.put("plain " + name, new Found(stem, stem, Map.of(), child));
        } else {
            strays.add(Remarks.quoted(name) + " is in no student's folder");
        }
    }

    /** {@code gh classroom clone} makes {@code homework-submissions/homework-anna}: the user is anna. */
    private String student(String folderName) {
        String all = folder.toAbsolutePath().normalize().getFileName() + "";
        String assignment = all.endsWith(CLASSROOM) ? all.substring(0, all.length() - CLASSROOM.length()) + '-' : "";
        return assignment.length() > 1 && folderName.startsWith(assignment)
                && folderName.length() > assignment.length()
                        ? folderName.substring(assignment.length())
                        : folderName;
    }

    private void add(Owner owner, Path place) {
        String label = owner.name() + '_' + owner.key();
        Found first = found.get(owner.platform() + owner.key());
        if (first == null) {
            found.put(owner.platform() + owner.key(), new Found(label, owner.name(), owner.entries(), place));
        } else if (owner.late() || !first.place().equals(place)) {
            Map<String, String> platform = new TreeMap<>(first.platform());
            platform.putAll(owner.entries());
            // Two places of one student: both are below the folder.
            found.put(owner.platform() + owner.key(), new Found(first.label(), first.name(), platform,
                    first.place().equals(place) ? place : folder));
        }
    }

    private boolean zipOfAll(Path zip) {
        if (!Contents.isZip(zip.toString())) {
            return false;
        }
        List<String> tops = ZipWalk.tops(zip).stream().filter(Predicate.not(Submissions::nobodys)).toList();
        if (tops.stream().noneMatch(top -> Owner.of(top).isPresent())) {
            return false;
        }
        for (String top : tops) {
            Owner.of(top).ifPresentOrElse(owner -> add(owner, zip),
                    () -> strays.add(Remarks.quoted(top) + " is in no student's folder"));
        }
        return true;
    }

    private Map<String, String> ids() {
        return Ids.of(found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().label())));
    }

    private Map<String, HandInTimes.Line> times() throws IOException {
        return HandInTimes.read(Files.isDirectory(folder) ? folder : folder.toAbsolutePath().getParent());
    }
}
