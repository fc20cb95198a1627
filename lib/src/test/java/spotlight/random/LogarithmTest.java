package spotlight.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogarithmTest {
    /** Arguments whose logarithm lies near the middle between two doubles, computed with 90 digits. */
    @Test
    void roundsCorrectlyWhereItIsHard() {
        double[][] cases = {
                {0x1.8331ee2e5a118p-1, -0x1.1e1a0167da1dep-2},
                {0x1.ffad72685a2dap-1, -0x1.4a510077a63f4p-11},
                {0x1.ffd8cac7a3773p-1, -0x1.39b5c605be756p-12},
                {0x1.bcc5c76f9b274p-2, -0x1.aaf61588d8e35p-1},
                {0x1.ffabfe691b8d0p-1, -0x1.5021efa11f4bdp-11},
                {0x1.ffaf5a9dba71fp-1, -0x1.42aef389bf023p-11}};
        for (double[] one : cases) {
            assertEquals(one[1], Logarithm.of(one[0]), "ln " + one[0]);
        }
    }

    @Test
    void staysWithinOneStepOfTheJdk() {
        NumpyRandom random = new NumpyRandom(1);
        for (int i = 0; i < 10000; i++) {
            double x = random.rand();
            assertEquals(StrictMath.log(x), Logarithm.of(x), Math.ulp(StrictMath.log(x)));
        }
        assertEquals(0, Logarithm.of(1));
    }
}
