package spotlight.data.chat;

import java.util.List;
import java.util.Locale;

/**
 * What a short text can say about a person: {@code {a}} is the person, {@code {x}} the other side.
 */
enum Relation {
    HAS(List.of("{a} has the {x}.", "{a} owns the {x}.", "{a} keeps the {x}."),
            List.of("The {x} belongs to {a}.", "{a} is the owner of the {x}."),
            List.of("What does {a} have?", "What belongs to {a}?", "Which thing does {a} own?"),
            List.of("Who has the {x}?", "Who owns the {x}?", "To whom does the {x} belong?"), "{a} has the {x}.",
            List.of("key", "map", "lamp", "book", "coin", "rope", "clock", "drum", "cup", "hat", "ring", "kite", "bell",
                    "pen", "shoe", "box")), LIKES(
                            List.of("{a} really likes {x}.", "{a} always eats {x}.", "{a} asks for {x}."),
                            List.of("{a} is fond of {x}.", "The favourite food of {a} is {x}."),
                            List.of("What does {a} like?", "What is {a} fond of?", "Which food does {a} like?"),
                            List.of("Who likes {x}?", "Who is fond of {x}?", "Whose favourite food is {x}?"),
                            "{a} likes {x}.",
                            List.of("apples", "bread", "rice", "soup", "cake", "cheese", "honey", "fish", "nuts",
                                    "plums", "salad",
                                    "noodles")), LIVES(
                                            List.of("{a} lives in {x}.", "{a} stays in {x}.", "{a} comes from {x}."),
                                            List.of("The home of {a} is in {x}.", "{a} has a house in {x}."),
                                            List.of("Where does {a} live?", "In which town does {a} live?",
                                                    "Where is the home of {a}?"),
                                            List.of("Who lives in {x}?", "Who has a house in {x}?",
                                                    "Whose home is in {x}?"),
                                            "{a} lives in {x}.",
                                            List.of("Ashford", "Bramley", "Calder", "Dunmore", "Fenwick", "Garston",
                                                    "Hadley", "Kelby", "Marlow",
                                                    "Norton", "Oakham", "Selby")), WORKS(
                                                            List.of("{a} is a {x}.", "{a} became a {x}.",
                                                                    "{a} remains a {x}."),
                                                            List.of("{a} works as a {x}.",
                                                                    "The work of {a} is that of a {x}."),
                                                            List.of("What is the work of {a}?",
                                                                    "What does {a} work as?",
                                                                    "Which work does {a} do?"),
                                                            List.of("Who is a {x}?", "Who works as a {x}?",
                                                                    "Whose work is that of a {x}?"),
                                                            "{a} is a {x}.",
                                                            List.of("teacher", "doctor", "baker", "farmer", "pilot",
                                                                    "painter", "singer", "driver", "nurse", "cook",
                                                                    "judge", "sailor"));

    static final List<Relation> ALL = List.of(values());
    static final List<String> NAMES = List.of("Anna", "Ben", "Clara", "David", "Emma", "Frank", "Grace", "Henry", "Ivy",
            "James", "Kate", "Leo", "Maria", "Noah", "Olga", "Peter", "Rosa", "Simon", "Tessa", "Victor");

    private static final double VARIED = 0.3;

    private final List<String> plain;
    private final List<String> varied;
    private final List<String> askWhat;
    private final List<String> askWho;
    private final String answer;
    private final List<String> others;

    Relation(List<String> plain, List<String> varied, List<String> askWhat, List<String> askWho, String answer,
            List<String> others) {
        this.plain = plain;
        this.varied = varied;
        this.askWhat = askWhat;
        this.askWho = askWho;
        this.answer = answer;
        this.others = others;
    }

    /** All that can stand on the other side. */
    List<String> others() {
        return others;
    }

    String state(Draw draw, String name, String other) {
        return fill(draw.pick(draw.happens(VARIED) ? varied : plain), name, other);
    }

    String ask(Draw draw, boolean who, String name, String other) {
        return fill(draw.pick(who ? askWho : askWhat), name, other);
    }

    String answer(String name, String other) {
        return fill(answer, name, other);
    }

    private static String fill(String template, String name, String other) {
        return template.replace("{a}", name).replace("{x}", other);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
