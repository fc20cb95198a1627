package spotlight.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Some kernels as JMH measures them, to compare with {@link Race}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelsJmh {

    /** The name of an engine. */
    @Param({"spotlight", "openblas"})
    public String engine;

    /** A task that the engine offers. */
    @Param({"gemm 128 128 128 1", "gemm 512 512 512 1"})
    public String task;

    private Work work;

    /** Makes the operands and checks the result. */
    @Setup
    public void prepare() {
        work = Engine.named(engine).prepare(task.split(" "));
        work.check();
    }

    /** Runs the task once. */
    @Benchmark
    public Object run() {
        work.run().run();
        return work;
    }
}
