/**
 * Models in files: {@link spotlight.io.Safetensors}, tensors by name, and {@link spotlight.io.HuggingFace}, the folders
 * in which GPT-2 and BERT are published. A file is not trusted: whatever is wrong with it ends in a {@link
 * spotlight.file.ModelFileException} that names the file and the tensor.
 */
package spotlight.io;
