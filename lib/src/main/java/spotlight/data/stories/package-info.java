/**
 * Stories that a grammar tells. Because the grammar knows how likely each word is, it knows what no model can beat: the
 * entropy of the stories, the probability of a given one, and the best guess for a hidden word, all of them exactly. In
 * reading order: {@link spotlight.data.stories.Stories} is the corpus and its rules, {@link
 * spotlight.data.stories.Grammar} what rules are and what can be asked of them, {@link
 * spotlight.data.stories.StoryText} words and characters.
 */
package spotlight.data.stories;
