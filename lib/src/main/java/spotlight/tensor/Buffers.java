package spotlight.tensor;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The arrays of tensors that nobody needs any more, to be used again: a training step makes the same tensors each time,
 * and fresh memory costs time to clear, to collect and to bring into the cache.
 *
 * <pre>{@code
 * for (int step = 0; step < steps; step++) {
 *     try (var scope = Buffers.recycle()) {
 *         ... forward, backward, update ...
 *     } // whatever was computed in between may be overwritten by the next step: keep numbers, or copies
 * }
 * }</pre>
 *
 * <p>Each thread has its own buffers and its own scopes. Outside a scope every tensor has fresh memory and lives as
 * long as somebody holds it.
 */
public final class Buffers {
    private static final ThreadLocal<Buffers> OF_THREAD = ThreadLocal.withInitial(Buffers::new);

    private final Map<Integer, ArrayDeque<float[]>> free = new HashMap<>();
    private final Set<float[]> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private int scopes;
    private boolean poison;

    private Buffers() {
    }

    /** Lets this thread use its arrays again, until the scope is closed; inner scopes end with the outermost. */
    public static Scope recycle() {
        Buffers buffers = OF_THREAD.get();
        buffers.scopes++;
        return buffers::close;
    }

    /** As {@link #recycle}, but arrays that nobody should read any more are filled with NaN: for tests. */
    public static Scope recyclePoisoned() {
        OF_THREAD.get().poison = true;
        return recycle();
    }

    /** Whether this thread is inside a scope. */
    public static boolean recycling() {
        return OF_THREAD.get().scopes > 0;
    }

    /** An array of n numbers that the caller overwrites: zeros outside a scope, anything inside one. */
    public static float[] take(int n) {
        Buffers buffers = OF_THREAD.get();
        if (buffers.scopes == 0) {
            return new float[n];
        }
        float[] x = buffers.free(n).poll();
        if (x == null) {
            x = new float[n];
        }
        buffers.taken.add(x);
        return x;
    }

    /** An array of n zeros. */
    public static float[] zeros(int n) {
        float[] x = take(n);
        if (recycling()) {
            Arrays.fill(x, 0);
        }
        return x;
    }

    /** Says that nobody will read this array again. Outside a scope, or if it was not taken there, nothing happens. */
    public static void release(float[] x) {
        Buffers buffers = OF_THREAD.get();
        if (buffers.scopes > 0 && buffers.taken.remove(x)) {
            buffers.putBack(x);
        }
    }

    /** Gives this thread's unused arrays back to the JVM. */
    public static void clear() {
        OF_THREAD.get().free.clear();
    }

    private ArrayDeque<float[]> free(int n) {
        return free.computeIfAbsent(n, length -> new ArrayDeque<>());
    }

    private void close() {
        scopes--;
        if (scopes == 0) {
            taken.forEach(this::putBack);
            taken.clear();
            poison = false;
        }
    }

    private void putBack(float[] x) {
        if (poison) {
            Arrays.fill(x, Float.NaN);
        }
        free(x.length).push(x);
    }

    /** Ends the use of recycled arrays. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
