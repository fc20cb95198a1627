package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatTest {
    @Test
    void alignsColumnsLikeNumpy() {
        assertEquals("[[ 1.0000 -2.5000]\n [10.0000  0.1235]]",
                Tensor.matrix(new float[] {1, -2.5f}, new float[] {10, 0.12345f}).toString());
        assertEquals("[1.0 2.0]", Tensor.vector(1, 2).toString(1));
        assertEquals("3.14", Tensor.scalar(3.14159f).toString(2));
        assertEquals("[]", Tensor.zeros(0).toString());
    }

    @Test
    void nestsBracketsWithABlankLineBetweenMatrices() {
        assertEquals("[[[0 1]\n  [2 3]]\n\n [[4 5]\n  [6 7]]]", Tensor.arange(8).reshape(2, 2, 2).toString(0));
    }

    @Test
    void leavesOutTheMiddleOfAThousandNumbers() {
        assertEquals("[   0    1    2 ... 1998 1999 2000]", Tensor.arange(2001).toString(0));
        String text = Tensor.arange(2000).reshape(2, 1000).toString(0);
        assertEquals("[[   0    1    2 ...  997  998  999]\n [1000 1001 1002 ... 1997 1998 1999]]", text);
        assertEquals("[[1 1]\n [1 1]\n [1 1]\n ...\n [1 1]\n [1 1]\n [1 1]]", Tensor.ones(501, 2).toString(0));
    }

    @Test
    void breaksLongRows() {
        String[] lines = Tensor.arange(200).toString().split("\n");
        assertTrue(lines.length > 1);
        for (String line : lines) {
            assertTrue(line.length() <= 100, line);
        }
        assertTrue(lines[1].startsWith("  "));
    }

    @Test
    void printsWhatIsNoNumber() {
        assertEquals("[ nan  inf -inf  1.0]",
                Tensor.vector(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1).toString(1));
    }

    @Test
    void aRoundedZeroHasNoSign() {
        assertEquals("[ 0.0000 -0.0001]", Tensor.vector(-1e-9f, -1e-4f).toString());
        assertEquals("0.00", Tensor.scalar(-0f).toString(2));
    }

    @Test
    void hugeNumbersHaveAnExponent() {
        assertEquals("[1.00e+30 1.00e+00]", Tensor.vector(1e30f, 1).toString(2));
    }

    @Test
    void theSameInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("0.50", Tensor.scalar(0.5f).toString(2));
        } finally {
            Locale.setDefault(before);
        }
    }
}
