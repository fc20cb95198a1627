package spotlight.tensor;

import java.lang.System.Logger.Level;
import java.util.Set;

/** Which kernels run: chosen when the first tensor is computed, by what this JVM and its command line offer. */
final class KernelChoice {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String PROPERTY = "spotlight.vectorBits";
    private static final int ANY = -1;

    static final Kernels SCALAR = new ScalarKernels();

    private static Kernels best;
    private static volatile Kernels active;

    private KernelChoice() {
    }

    static Kernels active() {
        if (active == null) {
            active = best();
        }
        return active;
    }

    static Kernels.Scope use(Kernels kernels) {
        Kernels before = active();
        active = kernels;
        return () -> active = before;
    }

    /** The width asked for on the command line, in bits; 0 for scalar, negative if none. */
    static int requestedBits() {
        String text = System.getProperty(PROPERTY);
        if (text == null) {
            return ANY;
        }
        if (!Set.of("0", "128", "256", "512").contains(text)) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + text + " is none of 0, 128, 256, 512");
        }
        return Integer.parseInt(text);
    }

    static synchronized Kernels best() {
        if (best == null) {
            best = choose();
        }
        return best;
    }

    private static Kernels choose() {
        int bits = requestedBits();
        if (bits == 0) {
            return SCALAR;
        }
        boolean present = ModuleLayer.boot().findModule(MODULE).isPresent();
        if (!present && bits > 0) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + bits + " needs --add-modules " + MODULE);
        }
        if (!present) {
            return scalar("the vector module is not there; start Java with --add-modules " + MODULE);
        }
        int widest = VectorKernels.widestBits();
        if (bits > widest) {
            throw new IllegalArgumentException(
                    "-D" + PROPERTY + "=" + bits + ": the widest vectors of this machine have " + widest + " bits");
        }
        if (bits == ANY && widest <= 128 && System.getProperty("os.arch").matches("amd64|x86_64")) {
            return scalar("this processor has no AVX2, and so no fused multiply-add");
        }
        return new VectorKernels();
    }

    private static Kernels scalar(String why) {
        System.getLogger("spotlight").log(Level.WARNING,
                "Spotlight computes without vectors, several times slower: " + why);
        return SCALAR;
    }
}
