package spotlight.matmul;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

import spotlight.Expect;

class ParallelTest {
    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        int m = 39;
        int n = 50;
        int k = 300;
        float[] a = Expect.random(7, m, k).data();
        float[] b = Expect.random(8, k, n).data();
        float[] alone = new float[m * n];
        Packed.multiply(m, n, k, a, b, alone);
        for (int threads : new int[] {1, 2, 3, 7, 64}) {
            float[] together = new float[m * n];
            Parallel.on(threads).multiply(m, n, k, a, b, together);
            assertArrayEquals(alone, together, threads + " threads");
        }
    }
}
