package spotlight.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import spotlight.Expect;

class PackedTest {
    @Test
    void rowsOutsideTheRangeStayAsTheyWere() {
        int m = 11;
        int n = 37;
        int k = 5;
        float[] a = Expect.random(5, m, k).data();
        float[] b = Expect.random(6, k, n).data();
        float[] whole = new float[m * n];
        Packed.multiply(m, n, k, a, b, whole);
        float[] part = new float[m * n];
        Arrays.fill(part, 7);
        Packed.multiplyRows(3, 8, n, k, a, b, part);
        for (int i = 0; i < m * n; i++) {
            assertEquals(i >= 3 * n && i < 8 * n ? whole[i] : 7, part[i], "element " + i);
        }
    }
}
