package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StopGuardTest {
    private final List<Object> seen = new ArrayList<>();
    private final Error stop = stop();

    /** Code of a learner, loaded once more with the guard. */
    public static final class Learner implements Consumer<List<Object>> {
        private final Throwable thrown;

        public Learner(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public void accept(List<Object> seen) {
            long wide = seen.size();
            for (int i = 0; i < 2; i++) {
                String inTry = "caught " + wide + i;
                try {
                    synchronized (seen) {
                        Learner.<RuntimeException>raise(thrown);
                    }
                } catch (IllegalStateException narrow) {
                    seen.add("narrow");
                } catch (RuntimeException | Error broad) {
                    seen.add(inTry);
                } catch (Throwable broadest) {
                    seen.add(broadest);
                } finally {
                    seen.add("finally");
                }
            }
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> void raise(Throwable any) throws E {
            throw (E) any;
        }
    }

    @Test
    void stopPassesBroadCatchBlocksAndRunsFinally() throws Exception {
        assertEquals(stop, assertThrows(Error.class, () -> guarded(stop).accept(seen)));
        assertEquals(List.of("finally"), seen);
        assertFalse(Thread.holdsLock(seen));
    }

    @Test
    void otherErrorsAreCaughtAsWritten() throws Exception {
        for (Throwable thrown : List.of(new IllegalStateException(), new AssertionError(), new IOException("x"))) {
            Consumer<List<Object>> learner = guarded(thrown);
            assertDoesNotThrow(() -> learner.accept(seen));
        }
        assertEquals("[narrow, finally, narrow, finally, caught 40, finally, caught 41, finally,"
                + " java.io.IOException: x, finally, java.io.IOException: x, finally]", seen.toString());
    }

    @SuppressWarnings("unchecked")
    private static Consumer<List<Object>> guarded(Throwable thrown) throws Exception {
        byte[] bytecode;
        try (InputStream file = Learner.class.getResourceAsStream("StopGuardTest$Learner.class")) {
            bytecode = StopGuard.guard(file.readAllBytes());
        }
        Class<?> type = new ClassLoader(null) {
            Class<?> define() {
                return defineClass(Learner.class.getName(), bytecode, 0, bytecode.length);
            }
        }.define();
        return (Consumer<List<Object>>) type.getConstructor(Throwable.class).newInstance(thrown);
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static Error stop() {
        return new ThreadDeath();
    }
}
