package spotlight.io;

import spotlight.text.Tokenizer;

/**
 * What a folder of Hugging Face holds.
 *
 * @param model     with its weights
 * @param tokenizer with which it was trained; its ids are the model's
 */
public record Pretrained<M, T extends Tokenizer>(M model, T tokenizer) {
}
