package spotlight.data.stories;

/**
 * One word further in a story.
 *
 * @param word        what is said
 * @param probability how likely that is, given all that was said before
 * @param next        where the story has then got to
 */
record Step(String word, double probability, Place next) {
}
