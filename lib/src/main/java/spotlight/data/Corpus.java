package spotlight.data;

import java.util.Map;

/** Data that this library writes itself, always the same: {@code ./lab data} puts them into the folder {@code data}. */
public interface Corpus {

    /** Its folder below {@code data}. */
    String name();

    /** Its files, by their names in that folder: the whole text of each, lines ending in {@code \n}. */
    Map<String, String> files();
}
