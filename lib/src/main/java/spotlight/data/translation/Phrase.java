package spotlight.data.translation;

import java.util.Collection;

/** A word, a phrase or a sentence, in English and in Chinese. */
interface Phrase {

    /** Which form of a verb goes with it: he is, they are, I am. */
    enum Person {
        SINGULAR, PLURAL, I
    }

    /** In English, in this form; the empty form is the base. */
    String english(String form);

    /** In Chinese, in this form; the empty form is the base. */
    String chinese(String form);

    /** What verbs agree with. */
    Person person();

    /** What it is built of, in the order of the English side; nothing if it is a word. */
    Collection<Phrase> parts();
}
