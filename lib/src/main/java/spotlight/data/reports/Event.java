package spotlight.data.reports;

import java.util.List;

/**
 * A kind of event. Places in braces are filled in: {@code {n}} and {@code {m}} are numbers, {@code {town}} and
 * {@code {guest}} towns, {@code {who}} a person, {@code {what}} one of {@link #things}.
 *
 * @param headline what the headline says
 * @param counted  what {@code {n}} is the number of, if that can be corrected
 * @param whole    sentences that tell all of it
 * @param first    sentences that tell a part, each followed at once or later by …
 * @param rest     … the sentence in the same place of this list, which tells the rest
 * @param things   what is burnt, stolen, opened …
 */
record Event(String headline, String counted, List<String> whole, List<String> first, List<String> rest,
        List<String> things) {

    static final List<Event> ALL = List.of(
            new Event("Fire in {town} {what} hurts {n}", "people hurt",
                    List.of("On {day} a fire broke out in a {what} in {town} and {n} people were hurt.",
                            "{n} people were hurt when a {what} in {town} caught fire on {day}."),
                    List.of("A fire destroyed a {what} in {town} on {day}.", "Flames rose from a {what} in {town}."),
                    List.of("{n} people were hurt.", "Doctors said that {n} people were hurt."),
                    List.of("factory", "hotel", "school", "warehouse", "theatre", "bakery")),
            new Event("Flood drives {n} families from homes in {town}", "families",
                    List.of("After days of rain {n} families in {town} had to leave their homes on {day}.",
                            "The river left its banks in {town} and {n} families had to leave their homes."),
                    List.of("A flood hit {town} on {day}.", "Water filled the streets of {town} on {day}."),
                    List.of("{n} families had to leave their homes.", "It drove {n} families from their homes."),
                    List.of("river")),
            new Event("{n} {what} strike in {town}", "{what}",
                    List.of("{n} {what} in {town} stopped work on {day} and asked for better pay.",
                            "On {day} a strike of {n} {what} began in {town}."),
                    List.of("The {what} of {town} went on strike on {day}.", "A strike of {what} began in {town}."),
                    List.of("{n} of them took part.", "The union spoke of {n} who took part."),
                    List.of("nurses", "teachers", "drivers", "miners", "pilots", "cleaners")),
            new Event("Thieves take {n} {what} in {town}", "{what}",
                    List.of("Thieves broke into a shop in {town} on {day} and took {n} {what}.",
                            "{n} {what} were stolen from a museum in {town} on {day}."),
                    List.of("A museum in {town} was robbed on {day}.", "Thieves broke into a house in {town}."),
                    List.of("They took {n} {what}.", "{n} {what} are missing."),
                    List.of("watches", "paintings", "coins", "rings", "clocks", "violins")),
            new Event("{who} elected mayor of {town}", "",
                    List.of("{who} was elected mayor of {town} on {day}.",
                            "The people of {town} elected {who} as their mayor on {day}."),
                    List.of("{town} elected a new mayor on {day}.", "There is a new mayor in {town}."),
                    List.of("The name of the new mayor is {who}.", "{who} won the election."), List.of("mayor")),
            new Event("{who} opens {what} in {town}", "",
                    List.of("{who} opened a new {what} in {town} on {day}.",
                            "A new {what} was opened in {town} on {day} by {who}."),
                    List.of("A new {what} was opened in {town} on {day}.",
                            "After years of work {town} has a new {what}."),
                    List.of("It was opened by {who}.", "{who} cut the ribbon."),
                    List.of("bridge", "library", "hospital", "museum", "market", "station")),
            new Event("{town} beat {guest} {n} to {m}", "",
                    List.of("{town} beat {guest} by {n} goals to {m} on {day}.",
                            "{guest} lost {m} to {n} against {town} on {day}."),
                    List.of("{town} played against {guest} and won.", "On {day} {guest} lost against {town}."),
                    List.of("The winners scored {n} goals, the losers {m}.", "The score was {n} to {m}."),
                    List.of("match")),
            new Event("{n} {what} rescued near {town}", "{what}",
                    List.of("{n} {what} were rescued near {town} on {day}.",
                            "On {day} a helicopter rescued {n} {what} near {town}."),
                    List.of("A group of {what} got lost near {town} on {day}.",
                            "Helpers searched for a group of {what} near {town}."),
                    List.of("All {n} of them were rescued.", "In the evening all {n} were found and rescued."),
                    List.of("climbers", "sailors", "tourists", "divers", "hikers", "skiers")),
            new Event("{who} finds {n} {what} in {town}", "{what}",
                    List.of("{who} found {n} old {what} under a floor in {town} on {day}.",
                            "Under a garden in {town} {who} found {n} old {what}."),
                    List.of("{who} made a find in a cellar in {town}.", "Something old came to light in {town}."),
                    List.of("There were {n} old {what} in a box.", "{who} found {n} old {what} behind a wall."),
                    List.of("letters", "coins", "swords", "maps", "bones", "bottles")),
            new Event("{who} of {town} wins {what} prize", "",
                    List.of("{who} of {town} won the {what} prize on {day}.",
                            "On {day} the {what} prize went to {who} of {town}."),
                    List.of("The {what} prize went to {town} this year.", "{who} won a prize on {day}."),
                    List.of("{who} won it.", "It is the {what} prize, and the first for {town}."),
                    List.of("poetry", "music", "science", "cooking", "chess", "film")));

    /** Nothing of this belongs into a headline; other names, towns and numbers than those of the event. */
    static final List<String> DETAILS = List.of("The weather was {weather}.",
            "{other}, who lives nearby, saw it from a window.", "\"I have never seen such a {day},\" said {other}.",
            "A reporter from {elsewhere} took {k} photos.", "The road to {elsewhere} was closed for {k} hours.",
            "{other} of the council spoke to the press.", "It took {k} hours.",
            "{k} guests from {elsewhere} were there.",
            "A film about it will be shown in {elsewhere}.", "The council of {elsewhere} sent a letter.",
            "{other} called it a day to remember.", "The story was told on the radio by {other}.");

    /** They can stand before the event. */
    static final List<String> OPENINGS = List.of("It was a {weather} morning.", "The week had begun quietly.",
            "{other} was on the way to {elsewhere}.", "Nobody had expected it.",
            "The news came at {k} minutes past two.",
            "People in {elsewhere} heard it first.", "\"What a week,\" said {other}.",
            "A market was held in {elsewhere} at that time.");

    /** Said of an older event, before its sentence. */
    static final List<String> PAST = List.of("Last year it was different:", "Ten years ago there was other news:",
            "Many still remember the old news:");

    /** The last word on a number, a place or a name: {@code {new}} is true, not {@code {old}}. */
    static final List<String> CORRECTIONS = List.of("It was {new}, not {old}, as was said at first.",
            "Later {old} was corrected to {new}.", "First reports said {old}, but {new} is right.",
            "The police spoke of {old} by mistake: it was {new}.");

    /** The same for numbers, without the old one. */
    static final List<String> NEW_NUMBERS = List.of("The number of {counted} was later put at {new}.",
            "There were {new} {counted} in the end.", "The right number of {counted} is {new}.");

    /** Whether the headline has this place. */
    boolean names(String place) {
        return headline.contains(place);
    }
}
