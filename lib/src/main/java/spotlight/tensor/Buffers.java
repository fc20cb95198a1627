package spotlight.tensor;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
 *
 * <p>An array serves only tensors of its length. Where lengths change from step to step, those that were not needed for
 * longest go back to the JVM, so that a thread keeps no more than about {@value #KEEP} times what it needs at once.
 */
public final class Buffers {
    private static final ThreadLocal<Buffers> OF_THREAD = ThreadLocal.withInitial(Buffers::new);

    private static final int KEEP = 3;
    private static final double FORGET = 0.99; // how much of an earlier need still counts after a scope

    /** The unused arrays of one length, and in which scope one was last taken. */
    private static final class Shelf {
        final ArrayDeque<float[]> arrays = new ArrayDeque<>();
        long lastUsed;
    }

    private final Map<Integer, Shelf> free = new LinkedHashMap<>(16, 0.75f, true); // the longest unused comes first
    private final Set<float[]> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private int scopes; // open ones, one in the other
    private long scope; // the number of the outermost
    private long kept; // numbers in unused arrays
    private long inUse; // numbers in arrays that are taken
    private double need; // the most that was taken at once, lately
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
        Shelf shelf = buffers.shelf(n);
        shelf.lastUsed = buffers.scope;
        float[] x = shelf.arrays.poll();
        if (x == null) {
            x = new float[n];
        } else {
            buffers.kept -= n;
        }
        buffers.taken.add(x);
        buffers.inUse += n;
        buffers.need = Math.max(buffers.need, buffers.inUse);
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

    /** Gives this thread's unused arrays back to the JVM, and forgets how much was needed before. */
    public static void clear() {
        Buffers buffers = OF_THREAD.get();
        buffers.free.clear();
        buffers.kept = 0;
        buffers.need = buffers.inUse;
    }

    /** How many numbers the unused arrays of this thread hold. */
    static long kept() {
        return OF_THREAD.get().kept;
    }

    private Shelf shelf(int n) {
        return free.computeIfAbsent(n, length -> new Shelf());
    }

    private void close() {
        scopes--;
        if (scopes == 0) {
            taken.forEach(this::putBack);
            taken.clear();
            poison = false;
            giveBack();
            scope++;
            need *= FORGET;
        }
    }

    /** Lengths that this scope needed stay: the next one is probably like it. */
    private void giveBack() {
        Iterator<Map.Entry<Integer, Shelf>> longestUnused = free.entrySet().iterator();
        while (kept > KEEP * need && longestUnused.hasNext()) {
            Map.Entry<Integer, Shelf> next = longestUnused.next();
            if (next.getValue().lastUsed < scope) {
                kept -= (long) next.getKey() * next.getValue().arrays.size();
                longestUnused.remove();
            }
        }
    }

    private void putBack(float[] x) {
        if (poison) {
            Arrays.fill(x, Float.NaN);
        }
        shelf(x.length).arrays.push(x);
        kept += x.length;
        inUse -= x.length;
    }

    /** Ends the use of recycled arrays. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
