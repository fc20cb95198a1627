package spotlight.data.sentiment;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is reviewed, and the words for it.
 *
 * @param aspects   what opinions in adjectives are about; those that end in a plus sign are plural
 * @param objects   what opinions in verbs are about
 * @param praise    adjectives only used here; absolute ones end in an exclamation mark
 * @param complaint their opposites
 * @param neutral   sentences without opinion, with places for {@code WHEN}, {@code WHO} and {@code NUMBER}
 */
record Domain(List<String> aspects, List<String> objects, String praise, String complaint, List<String> neutral) {

    static final Domain FILM = new Domain(
            List.of("plot", "script", "story", "dialogue", "acting", "ending", "music", "camera work", "songs+",
                    "jokes+"),
            List.of("every minute", "the film", "this film", "every scene"),
            "gripping clever moving memorable original stylish", "thin boring predictable clumsy lifeless slow",
            List.of("I saw it WHEN with my WHO.", "We watched it WHEN.", "The tickets cost NUMBER pounds.",
                    "It runs for NUMBER hours.", "My WHO chose it."));
    static final Domain FOOD = new Domain(
            List.of("soup", "sauce", "bread", "fish", "rice", "salad", "dessert", "pizza", "noodles+", "potatoes+",
                    "starters+"),
            List.of("every bite", "the meal", "this place", "the food"),
            "fresh tasty delicious! satisfying flavourful generous", "bland stale greasy tasteless cold overcooked",
            List.of("We ate there WHEN with my WHO.", "I had dinner there WHEN.", "We paid NUMBER pounds each.",
                    "The table was by the window.", "My WHO booked the table."));
    static final Domain HOTEL = new Domain(
            List.of("room", "bathroom", "lobby", "pool", "garden", "balcony", "breakfast room", "beds+", "corridors+",
                    "rooms+"),
            List.of("every night there", "the place", "our stay", "the hotel"),
            "clean comfortable spacious bright quiet spotless!", "dirty cramped noisy dark shabby filthy!",
            List.of("I stayed there WHEN with my WHO.", "We spent NUMBER nights there.", "It is near the station.",
                    "We arrived WHEN.", "My WHO found it on a map."));
    static final Domain BOOK = new Domain(
            List.of("story", "style", "opening", "plot", "ending", "dialogue", "translation", "characters+",
                    "chapters+", "drawings+"),
            List.of("every page", "the book", "this novel", "every chapter"),
            "vivid witty touching original absorbing elegant", "dull tedious wordy flat clumsy predictable",
            List.of("I read it WHEN on the train.", "My WHO gave it to me.", "It has NUMBER chapters.",
                    "I took it home WHEN.", "It was a present from my WHO."));

    static final List<Domain> ALL = List.of(FILM, FOOD, HOTEL, BOOK);

    static final String PRAISE = "good nice impressive pleasant charming great! wonderful! excellent! superb! fantastic!";
    static final String COMPLAINT = "bad poor disappointing annoying unpleasant terrible! awful! horrible! dreadful! hopeless!";
    static final String PRAISING = "loved liked enjoyed adored";
    static final String COMPLAINING = "hated disliked regretted despised";

    static final List<String> WHEN = List.of("on Monday", "last week", "in May", "on Sunday", "last summer",
            "yesterday", "in winter", "on Friday");
    static final List<String> WHO = List.of("sister", "brother", "mother", "father", "friend", "neighbour", "aunt",
            "uncle");
    static final List<String> NUMBER = List.of("two", "three", "four", "nine", "twelve", "twenty");

    /** Everything that opinions are about, in all domains: first in adjectives, then in verbs. */
    private static final List<String> ABOUT = Stream.concat(ALL.stream().flatMap(domain -> domain.aspects.stream()),
            ALL.stream().flatMap(domain -> domain.objects.stream())).distinct().toList();

    /** The number of this aspect or object among those of all domains. */
    static int about(String noun) {
        return ABOUT.indexOf(noun);
    }

    String adjectives(boolean positive) {
        return positive ? PRAISE + " " + praise : COMPLAINT + " " + complaint;
    }
}
