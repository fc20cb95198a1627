package spotlight.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kernels with the same outward shape as the real ones, that note what they are given. */
final class FakeKernels {
    private FakeKernels() {
    }

    /** As our kernel: updates at the kernel itself. */
    public static final class Ours {
        final List<DisplayData> shown = new ArrayList<>();
        final Map<String, DisplayData> updated = new LinkedHashMap<>();

        public void display(DisplayData data) {
            shown.add(data);
        }

        public void updateDisplay(String id, DisplayData data) {
            updated.put(id, data);
        }
    }

    /** As IJava: updates at the display stream of its IO. */
    public static final class IJava {
        final List<DisplayData> shown = new ArrayList<>();
        final Io io = new Io();

        public void display(DisplayData data) {
            shown.add(data);
        }

        public Io getIO() {
            return io;
        }
    }

    public static final class Io {
        public final Stream display = new Stream();
    }

    public static final class Stream {
        final Map<String, DisplayData> updated = new LinkedHashMap<>();

        public void updateDisplay(DisplayData data) {
            throw new AssertionError("the one with the id is meant");
        }

        public void updateDisplay(String id, DisplayData data) {
            updated.put(id, data);
        }
    }

    /** A kernel whose display class is another one, as JJava's is. */
    public static final class Foreign {
        final List<ForeignData> shown = new ArrayList<>();

        public void display(ForeignData data) {
            shown.add(data);
        }
    }

    public static final class ForeignData {
        final Map<String, Object> data = new LinkedHashMap<>();
        final Map<String, Object> metadata = new LinkedHashMap<>();

        public void putData(String type, Object value) {
            data.put(type, value);
        }

        public void putMetaData(String type, Object value) {
            metadata.put(type, value);
        }
    }

    /** A kernel that refuses. */
    public static final class Broken {
        public void display(DisplayData data) {
            throw new IllegalArgumentException("no connection");
        }
    }

    /** A kernel class that is there but not the library it needs. */
    public static final class Unlinked {
        static {
            if (true) {
                throw new IllegalStateException("never ready");
            }
        }

        public static Object instance() {
            return null;
        }
    }

    /** A kernel that is on the class path but does not run. */
    public static final class Asleep {
        public static Object instance() {
            return null;
        }
    }

    /** A kernel that runs. */
    public static final class Awake {
        public static Object instance() {
            return new Ours();
        }
    }
}
