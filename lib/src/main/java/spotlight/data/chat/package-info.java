/**
 * Dialogues with an assistant, in which each question has one right answer. In reading order: {@link
 * spotlight.data.chat.Dialogues} is the corpus, {@link spotlight.data.chat.Exchange} a question with its answer, {@link
 * spotlight.data.chat.Topic} something to talk about, such as {@link spotlight.data.chat.Order} or {@link
 * spotlight.data.chat.Memory}, {@link spotlight.data.chat.Draw} the random choices that keep held-out combinations out
 * of training, and {@link spotlight.data.chat.DialogueWriter} puts talks together.
 */
package spotlight.data.chat;
