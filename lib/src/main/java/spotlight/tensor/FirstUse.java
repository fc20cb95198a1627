package spotlight.tensor;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.BITWISE_BLEND;
import static jdk.incubator.vector.VectorOperators.DIV;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.NEG;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static jdk.incubator.vector.VectorOperators.SUB;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators.Associative;
import jdk.incubator.vector.VectorOperators.Binary;
import jdk.incubator.vector.VectorOperators.Unary;
import jdk.incubator.vector.VectorSpecies;

/**
 * Uses each operator of the kernels once, while all code is cold.
 *
 * <p>Why: the Vector API looks operators up in tables that are filled as they are used for the first time, and one small
 * method of the JDK, ImplCache.find, does that for all of them. If the JIT compiler takes it when it has seen few of
 * them, it bets that a new operator comes from where the last one came from, and each that does not breaks the bet. JDK
 * 17 counts broken bets, up to 4 here, and adds them up over all copies of the method that it makes in a loop: at 100
 * (PerMethodTrapLimit) it no longer trusts any type in that loop, leaves operations as calls, and makes an object of each
 * vector. The 32 operations of a tile were enough for that, in those JVMs in which the compiler was early. With full
 * tables there is nothing to bet on.
 */
final class FirstUse {
    private FirstUse() {
    }

    /** Uses the operators on vectors of floats of this shape and on vectors of their bits. */
    static void ofOperators(VectorSpecies<Float> species) {
        FloatVector x = FloatVector.broadcast(species, 1);
        for (Unary each : List.of(ABS, NEG, SQRT)) {
            x.lanewise(each);
        }
        for (Binary each : List.of(ADD, SUB, MUL, DIV, MIN, MAX)) {
            x.lanewise(each, x);
        }
        for (Associative each : List.of(ADD, MUL, MIN, MAX)) {
            x.reduceLanes(each);
        }
        x.lanewise(FMA, x, x);

        IntVector bits = x.reinterpretAsInts();
        for (Binary each : List.of(ADD, SUB, MUL, MIN, MAX, AND, OR, XOR)) {
            bits.lanewise(each, bits);
        }
        for (Associative each : List.of(ADD, MIN, MAX)) {
            bits.reduceLanes(each);
        }
        bits.lanewise(LSHL, 1);
        bits.lanewise(BITWISE_BLEND, bits, bits);
    }
}
