package spotlight.matmul;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How many numbers a vector register of this machine holds. The species must be {@code static final}: only then does
 * the compiler know it, and a vector is a register instead of an object.
 */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private Lanes() {
    }
}
