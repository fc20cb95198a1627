package spotlight.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The classic mistakes a test knows, tried in order. */
final class Suspects {
    private record Suspect(BooleanSupplier fits, String message) {
    }

    private final List<Suspect> suspects = new ArrayList<>();

    void add(BooleanSupplier fits, String message) {
        suspects.add(new Suspect(fits, message));
    }

    /** The message of the first suspect that fits. One that throws does not fit; in strict mode that is an error. */
    Optional<String> firstFit() {
        for (Suspect suspect : suspects) {
            try {
                if (suspect.fits.getAsBoolean()) {
                    return Optional.of(suspect.message);
                }
            } catch (RuntimeException thrown) {
                if (Strict.on()) {
                    throw new IllegalStateException("the suspect \"" + suspect.message + "\" threw " + thrown, thrown);
                }
            }
        }
        return Optional.empty();
    }
}
