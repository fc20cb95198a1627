/**
 * The models of the course: layers on {@link spotlight.grad.Var}, so that they learn, and whole models made of them.
 *
 * <p>Every layer and every model is a configuration and a view of named {@link spotlight.model.Weights}: {@code
 * init(config, …, random)} makes new ones as PyTorch would from the same seed, the constructor takes those that exist.
 * {@code apply} with a {@link spotlight.model.Dropout} is for training, without one for evaluation.
 *
 * <p>Shape letters: B batch, T query tokens, S key tokens, D dModel, H heads, K headDim = D / H, V vocabulary. Token ids
 * are {@code int[]} of B sequences of T ids each, one after the other.
 *
 * <p>To be read in this order: {@link spotlight.model.Weights}, {@link spotlight.model.Layers}, {@link
 * spotlight.model.Dropout}; {@link spotlight.model.AttentionHeads} and {@link spotlight.model.AttentionMaps}; then the
 * models. Of the GPT: {@link spotlight.model.GptBlock} and {@link spotlight.model.Gpt}; how it writes is said by {@link
 * spotlight.model.Sampler} and {@link spotlight.model.Generator}, how it does so fast by {@link
 * spotlight.model.GptCache} and {@code GptStep}. Then {@link spotlight.model.Bert} and {@link spotlight.model.Masking}.
 */
package spotlight.model;
