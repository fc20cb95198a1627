package spotlight.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processes that take part in a {@link Race}. */
final class Contestants {
    static final String OPENBLAS = "OpenBLAS";

    private Contestants() {
    }

    /** Ourselves, on JDK 25 and, if there is one, on 17. */
    static void spotlight(Race race, Setup setup, double warmUp) {
        race.with(Setup.SPOTLIGHT, engine(setup, setup.jdk(), "spotlight", warmUp, List.of()));
        setup.old().ifPresent(
                home -> race.with(Setup.SPOTLIGHT_17, engine(setup, home, "spotlight", warmUp, List.of())));
    }

    /** All the others. */
    static void peers(Race race, Setup setup, double warmUp) {
        List<String> unpack = List.of("-Dorg.bytedeco.javacpp.cachedir=" + setup.work().resolve("javacpp"));
        race.with(OPENBLAS, engine(setup, setup.jdk(), "openblas", warmUp, unpack));
        race.with("VectorBLAS", engine(setup, setup.jdk(), "netlib", warmUp, List.of()));
        race.with("EJML", engine(setup, setup.jdk(), "ejml", warmUp, List.of()));
        libtorch(race, setup, warmUp);
        torch(race, setup, warmUp);
    }

    /** libtorch in the JVM; it downloads nothing. */
    static void libtorch(Race race, Setup setup, double warmUp) {
        List<String> flags = List.of("-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true",
                "-DDJL_CACHE_DIR=" + setup.work().resolve("djl"), "-DENGINE_CACHE_DIR=" + setup.work().resolve("djl"),
                "-Dai.djl.pytorch.num_threads=1", "-Dai.djl.pytorch.num_interop_threads=1");
        race.with("libtorch (DJL)", engine(setup, setup.jdk(), "libtorch", warmUp, flags));
    }

    static void torch(Race race, Setup setup, double warmUp) {
        if (setup.options().python().isPresent()) {
            race.with(Setup.TORCH, setup.python("kernels.py", warmUp));
        } else {
            race.without(Setup.TORCH, "give -Dtorch.python");
        }
    }

    static List<String> engine(Setup setup, Path home, String name, double warmUp, List<String> flags) {
        List<String> all = new ArrayList<>(flags);
        if (Runtime.Version.parse(Jdks.version(home)).feature() >= 22) {
            all.add("--enable-native-access=ALL-UNNAMED");
        }
        return setup.java(home, all, KernelWorker.class, name, warmUp);
    }
}
