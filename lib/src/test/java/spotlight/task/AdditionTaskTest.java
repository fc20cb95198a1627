package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdditionTaskTest {
    private final AdditionTask task = new AdditionTask();

    @Test
    void theLastDigitComesFirst() {
        assertEquals("9290", task.answer("347+582="));
        assertEquals("8991", task.answer("999+999="));
        assertEquals("0000", task.answer("000+000="));
    }

    @Test
    void twoThousandPairsAreHeldOutInBothOrders() {
        List<String> heldOut = task.heldOut();
        assertEquals(4000, new HashSet<>(heldOut).size());
        for (String question : heldOut) {
            String turned = question.substring(4, 7) + "+" + question.substring(0, 3) + "=";
            assertTrue(heldOut.contains(turned), turned);
        }
    }

    @Test
    void heldOutSumsHaveAllNumbersOfCarries() {
        long carries = task.heldOut().stream().filter(question -> carries(question) == 3).count();
        assertTrue(carries > 300, "three carries in " + carries);
    }

    private static int carries(String question) {
        int carry = 0;
        int carries = 0;
        for (int digit = 2; digit >= 0; digit--) {
            carry = question.charAt(digit) - '0' + question.charAt(4 + digit) - '0' + carry > 9 ? 1 : 0;
            carries += carry;
        }
        return carries;
    }
}
