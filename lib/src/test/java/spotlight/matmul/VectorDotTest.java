package spotlight.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import spotlight.Expect;

class VectorDotTest {
    @Test
    void bothSumsEqualThePlainSumForEveryLength() {
        for (int k : new int[] {0, 1, 7, 8, 9, 31, 64, 65, 100, 127, 1023}) {
            float[] a = Expect.random(3, k + 5).data();
            float[] b = Expect.random(4, k + 2).data();
            double expected = 0;
            for (int p = 0; p < k; p++) {
                expected += (double) a[5 + p] * b[2 + p];
            }
            // float32 sums of up to 1023 products of about 1
            assertEquals(expected, VectorDot.dot(k, a, 5, b, 2), 1e-4, "dot of " + k);
            assertEquals(expected, VectorDot.dot4(k, a, 5, b, 2), 1e-4, "dot4 of " + k);
        }
    }
}
