package spotlight.tensor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.DoubleSupplier;

/**
 * Runs vector code so that the JIT compiler compiles it by itself, never as a part of its callers.
 *
 * <p>Normally the compiler copies what a hot method calls into it, 15 calls deep and no deeper. Vectors live in registers
 * only where all of their operations were copied in; where the limit cuts between them, each vector becomes an object,
 * and JDK 17 computes at a tenth of the speed. It depends on the callers where that happens: a training can run well for
 * seconds, until the compiler takes a whole layer as one piece. Here every piece begins anew, so that callers do not
 * count.
 *
 * <p>The compiler copies only what it knows, and it cannot know where a method handle leads that is in a variable. Such a
 * call takes some nanoseconds.
 */
final class Apart {
    private static final MethodType RUN = MethodType.methodType(void.class);
    private static final MethodType GET = MethodType.methodType(double.class);

    // Not final, though they never change: the compiler would look through constants.
    private static MethodHandle run = handle(Runnable.class, "run", RUN);
    private static MethodHandle get = handle(DoubleSupplier.class, "getAsDouble", GET);

    private Apart() {
    }

    static void run(Runnable code) {
        try {
            run.invokeExact(code);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    static double get(DoubleSupplier code) {
        try {
            return (double) get.invokeExact(code);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static MethodHandle handle(Class<?> type, String name, MethodType signature) {
        try {
            return MethodHandles.lookup().findVirtual(type, name, signature);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
