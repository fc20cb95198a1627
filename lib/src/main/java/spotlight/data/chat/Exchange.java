package spotlight.data.chat;

/**
 * A question and the one right answer, the earlier ones of the dialogue being known.
 *
 * @param topic    what it is about
 * @param question what the user says
 * @param answer   what the assistant has to say
 */
public record Exchange(String topic, String question, String answer) {

    /** As it stands in the files, with tabs between the parts. */
    String line() {
        return topic + "\t" + question + "\t" + answer;
    }
}
