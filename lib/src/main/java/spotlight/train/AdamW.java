package spotlight.train;

import java.util.List;
import spotlight.grad.Var;
import spotlight.tensor.AdamStep;

/**
 * Adam whose weight decay does not pass through the running means: {@code w = w - lr weightDecay w} first, then the
 * step of {@link Adam} with the plain gradient; "Decoupled Weight Decay Regularization", algorithm 2. What Transformers
 * are trained with.
 */
public final class AdamW extends Adam {

    /**
     * With PyTorch's constants: betas 0.9 and 0.999, eps 1e-8, weight decay 0.01.
     *
     * @param params the parameters; changed by each step
     * @param lr     learning rate
     * @throws IllegalArgumentException if there is no parameter, one is constant or given twice, or lr is not positive
     */
    public AdamW(List<Var> params, double lr) {
        super(params, lr, 0.01);
    }

    @Override
    AdamStep constants(double decay) {
        return decoupled(decay);
    }
}
