/**
 * The models of the course: layers on {@link spotlight.grad.Var}, so that they learn, and whole models made of them.
 *
 * <p>Every layer and every model is a configuration and a view of named {@link spotlight.model.Weights}: {@code
 * init(config, …, random)} makes new ones as PyTorch would from the same seed, the constructor takes those that exist.
 * With a {@link spotlight.model.Dropout} a model is trained, without one it is used.
 *
 * <p>Shape letters: B batch, T query tokens, S key tokens, D dModel, H heads, K headDim = D / H, V vocabulary, C
 * classes. Token ids are {@code int[]} of B sequences of T ids each, one after the other.
 *
 * <p>To be read in this order:
 * <ol>
 * <li>{@link spotlight.model.Weights}, {@link spotlight.model.Layers}, {@link spotlight.model.Norm}, {@link
 * spotlight.model.Dropout}: what layers are made of; {@link spotlight.model.Ids} and {@link spotlight.model.Padding}:
 * what they are given;
 * <li>{@link spotlight.model.AttentionHeads}, which every attention goes through, and {@link
 * spotlight.model.AttentionLayer} with its projections;
 * <li>{@link spotlight.model.EncoderLayer} and {@link spotlight.model.Encoder}, {@link spotlight.model.DecoderLayer}
 * and {@link spotlight.model.Decoder}, {@link spotlight.model.Transformer};
 * <li>{@link spotlight.model.Translator}, what reads and writes, and {@link spotlight.model.Decoding}, how it writes;
 * <li>{@link spotlight.model.SentimentTransformer} with its {@link spotlight.model.TransformerBlock};
 * <li>{@link spotlight.model.GptBlock} and {@link spotlight.model.Gpt}; how it writes is said by {@link
 * spotlight.model.Sampler} and {@link spotlight.model.Generator}, how it does so fast by {@link
 * spotlight.model.GptCache} and {@code GptStep};
 * <li>{@link spotlight.model.Bert} and {@link spotlight.model.Masking};
 * <li>what they are compared with: {@link spotlight.model.Cell}, {@link spotlight.model.RecurrentClassifier}, {@link
 * spotlight.model.RecurrentTranslator};
 * <li>looking inside: {@link spotlight.model.AttentionMaps}, {@link spotlight.model.HeadScores}, {@link
 * spotlight.model.Alignment}, {@link spotlight.model.Neighbours}.
 * </ol>
 */
package spotlight.model;
