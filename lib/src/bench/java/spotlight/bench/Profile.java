package spotlight.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import spotlight.tensor.Kernels;

/** Where a training step spends its time, kernel by kernel, on one thread: -Dbench.profile prints it. */
final class Profile {
    private static final int STEPS = 10;
    private static final int SHOWN = 24;

    private final Kernels kernels = Kernels.best();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** What one kernel did: nanoseconds, calls, floating point operations where they are known. */
    private record Entry(double ns, long calls, double flop) {
        Entry plus(Entry more) {
            return new Entry(ns + more.ns, calls + more.calls, flop + more.flop);
        }
    }

    /** @param args config */
    public static void main(String[] args) throws Exception {
        Profile profile = new Profile();
        Training training = new Training(Config.valueOf(args[0]));
        Kernels timed = (Kernels) Proxy.newProxyInstance(Profile.class.getClassLoader(), new Class<?>[] {Kernels.class},
                (proxy, method, arguments) -> profile.time(method, arguments));
        double ns = 0;
        try (Kernels.Scope scope = Kernels.use(timed)) {
            for (int i = -2 * STEPS; i < STEPS; i++) {
                if (i == 0) {
                    profile.entries.clear(); // so far it warmed up
                }
                long start = System.nanoTime();
                training.step();
                ns += i < 0 ? 0 : System.nanoTime() - start;
            }
        }
        profile.print(args[0], ns);
    }

    private Object time(Method method, Object[] arguments) throws Throwable {
        long start = System.nanoTime();
        try {
            method.setAccessible(true); // interfaces of the package, too
            return method.invoke(kernels, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            long ns = System.nanoTime() - start;
            String name = method.getName();
            double flop = 0;
            if (name.equals("gemm")) {
                flop = 2.0 * (int) arguments[2] * (int) arguments[3] * (int) arguments[4];
                name = "gemm " + transpose(arguments[0]) + transpose(arguments[1]) + " " + arguments[2] + " x "
                        + arguments[3] + " x " + arguments[4];
            }
            entries.merge(name, new Entry(ns, 1, flop), Entry::plus);
        }
    }

    private static String transpose(Object transposed) {
        return (boolean) transposed ? "T" : "N";
    }

    private void print(String config, double total) {
        Table table = new Table("config " + config + ", 1 thread", "ms per step", "share", "calls", "GFLOP/s");
        table.row("**a whole step**", total / 1e6 / STEPS, "100 %", "", flopRate(sum("")));
        table.row("all gemm", sum("gemm").ns / 1e6 / STEPS, share(sum("gemm").ns, total), sum("gemm").calls / STEPS,
                flopRate(sum("gemm")));
        double rest = total - sum("").ns;
        table.row("outside the kernels", rest / 1e6 / STEPS, share(rest, total), "", "");
        List<Map.Entry<String, Entry>> sorted = entries.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -e.getValue().ns)).toList();
        for (Map.Entry<String, Entry> e : sorted.subList(0, Math.min(SHOWN, sorted.size()))) {
            Entry entry = e.getValue();
            table.row(e.getKey(), entry.ns / 1e6 / STEPS, share(entry.ns, total), entry.calls / STEPS, flopRate(entry));
        }
        System.out.println(table);
    }

    private Entry sum(String start) {
        return entries.entrySet().stream().filter(e -> e.getKey().startsWith(start)).map(Map.Entry::getValue)
                .reduce(new Entry(0, 0, 0), Entry::plus);
    }

    private static String share(double part, double total) {
        return Math.round(100 * part / total) + " %";
    }

    private static String flopRate(Entry entry) {
        return entry.flop == 0 ? "" : Table.number(entry.flop / entry.ns);
    }
}
