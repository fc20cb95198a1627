package spotlight.data.chat;

import java.util.List;

/** Something to talk about: a grammar that writes a question or several, each with its only right answer. */
interface Topic {

    /** Questions that follow one another; the later ones may need what was said before. */
    List<Exchange> talk(Draw draw);
}
