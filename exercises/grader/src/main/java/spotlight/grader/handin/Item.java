package spotlight.grader.handin;

import java.io.IOException;
import java.time.Instant;

/**
 * A file of a submission that has not been read yet.
 *
 * @param path    below the submission, with slashes; a zip counts as a folder
 * @param version counted by a platform that renames what is handed in again; 0 if it does not
 * @param time    of its last change
 * @param reading gives its bytes
 */
record Item(String path, int version, Instant time, Reading reading) {
    /** Reads a file's bytes. */
    interface Reading {
        /**
         * @param most how many bytes to read at most: the rest stays unread
         * @throws IOException if it cannot be read; the message says why, without the file's name
         */
        byte[] bytes(int most) throws IOException;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    int depth() {
        return (int) path.chars().filter(letter -> letter == '/').count();
    }
}
