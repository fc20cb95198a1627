package spotlight.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import spotlight.model.Weights;

/**
 * A trained model as it is kept: its weights, and what is needed to use them.
 *
 * @param weights all of them
 * @param about   sizes, vocabulary and whatever else its task needs to build it again, as text
 */
public record Model(Weights weights, Map<String, String> about) {

    public Model {
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    }
}
