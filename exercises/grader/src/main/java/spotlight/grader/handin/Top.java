package spotlight.grader.handin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files at the top of a folder or zip are one student's, and what they are called without the platform's words.
 *
 * @param only whose they are; empty if all of them are one student's
 */
record Top(Optional<Submission> only) {
    static final Top ALL = new Top(Optional.empty());
    private static final Pattern AGAIN = Pattern.compile("(.+)-(\\d{1,4})(\\.(?:java|zip))");

    /**
     * @param path    empty if all of the name is the platform's
     * @param version Canvas writes {@code OneWeight-2.java} for what is handed in for the third time
     */
    record Name(String path, int version) {
    }

    /** Many students' files lie side by side if the place of a platform's submission is not named after it alone. */
    static Top of(Submission submission) {
        boolean platform = submission.platform().containsKey(Owner.MOODLE)
                || submission.platform().containsKey(Owner.CANVAS);
        boolean own = Owner.of(submission.place().getFileName().toString())
                .filter(owner -> owner.isOf(submission)).isPresent();
        return platform && !own ? new Top(Optional.of(submission)) : ALL;
    }

    /** Empty if the file is another student's. */
    Optional<Name> name(String fileName) {
        if (only.isEmpty()) {
            return Optional.of(new Name(fileName, 0));
        }
        return Owner.of(fileName).filter(owner -> owner.isOf(only.get())).map(Top::without);
    }

    private static Name without(Owner owner) {
        Matcher again = AGAIN.matcher(owner.rest());
        return owner.platform().equals(Owner.CANVAS) && again.matches()
                ? new Name(again.group(1) + again.group(3), Integer.parseInt(again.group(2)))
                : new Name(owner.rest(), 0);
    }
}
