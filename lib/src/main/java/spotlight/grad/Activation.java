package spotlight.grad;

/** The functions between two layers, element by element. */
public enum Activation {
    /** x itself. */
    NONE,
    /** {@link Var#relu}. */
    RELU,
    /** {@link Var#gelu}. */
    GELU,
    /** {@link Var#geluTanh}. */
    GELU_TANH,
    /** {@link Var#silu}. */
    SILU,
    /** {@link Var#tanh}. */
    TANH,
    /** {@link Var#sigmoid}. */
    SIGMOID;

    /** The function of each element. */
    public Var apply(Var x) {
        return switch (this) {
            case NONE -> x;
            case RELU -> x.relu();
            case GELU -> x.gelu();
            case GELU_TANH -> x.geluTanh();
            case SILU -> x.silu();
            case TANH -> x.tanh();
            case SIGMOID -> x.sigmoid();
        };
    }
}
