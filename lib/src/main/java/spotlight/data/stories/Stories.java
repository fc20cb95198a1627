package spotlight.data.stories;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import spotlight.data.Corpus;
import spotlight.file.TextFile;

/**
 * Short stories, one a line. Who is told of in the first sentence is spoken of by name and pronoun to the last, numbers
 * add up, and things and places come up again: a model that looks only a few characters back cannot know any of it. No
 * two names, animals, things or places begin with the same letter, so it takes one look back to know which one it is.
 */
public final class Stories implements Corpus {
    /** The most characters in a story, its end of line not counted: with that, one fits a context of 256. */
    public static final int LONGEST = 255;

    private static final int TRAIN = 16_000;
    private static final int HELD_OUT = 1_000;
    private static final long SEED = 1;

    static final String RULES = """
            story = <when> <hero=child.name> <went> to the <size> <place=place.name> with <n=count.word>
                    <colour> <thing=thing.many> in <hero.his> <made> <bag> . <meeting>
            when = One <weather> <part> | On a <weather> <day> | Last <month> | Late on <day>
            weather = sunny | windy | rainy | foggy | warm | cold | bright | quiet | icy | grey | misty | clear
            part = day | night | noon | dawn
            day = Monday | Friday | Sunday
            month = March | April | May | June | July | autumn | winter | summer | spring | week
            went = went | ran | rode | drove | hiked | rushed | came | sailed | flew | swam
            size = old | big | dark | deep | calm | busy | green | long | wild | hidden | small | tidy
            made = new | old | huge | tiny | soft | silk | wide | blue | neat | magic | warm | torn
            bag = bag | purse | box | pocket | sack | hat | cart | coat
            meeting = <soon> <hero.he> met a <mood> <friend=animal.name> on a <look> <spot> . <plot>
            soon = There | Soon | Next | Then
            look = mossy | high | broken | wet | round | flat | red | dusty | golden | soft
            spot = rock | wall | fence | bench | roof | bed | log | chair | rug | hill
            plot = The <friend.name> <act> <end>
                | Alas , <hero.name> lost <m=few.word> , but the <friend.name> <found> the <thing.many> . <end>
                | Sadly the wind <took> <m=few.word> , so <n-m> <thing.many> were left . <end>
            act = <wanted> <m=few.word> <thing.many> , so <hero.he> had <n-m> left .
                | gave <hero.him> <m=few.word> more , so <hero.he> had <n+m> <thing.many> .
                | paid a <gift=gift.name> for the <thing.many> . <hero.He> <liked> the <gift.name> .
            wanted = stole | ate | won | hid | broke
            liked = liked | loved | kept | hid | shared | sold
            found = found | caught | saved | dried
            took = took | stole | hid | seized
            end = <hero.He> told <hero.his> <family> about the <place.name> .
                | That <late> the <friend.name> <played> with <hero.him> at the <place.name> .
                | The <friend.name> and <hero.name> became <friends> friends .
                | Next <day> <hero.name> <made2> the <friend.name> a <fine> <sweet> .
                | All <late> <hero.he> <sang> of the <place.name> with <feeling> .
            late = night | day | week | year | summer | winter
            family = mother | father | sister | friend | aunt | uncle | grandma | cousin
            played = played | danced | rested | sang | joked | slept | ate | hid
            made2 = baked | bought | drew | sewed | built | sent
            fine = big | sweet | funny | pretty | golden | woolly | tiny | round | lovely | fluffy
            sweet = cake | scarf | flag | quilt | cap | star | boat | kilt
            friends = best | good | dear | old | true | close
            sang = sang | dreamed | spoke | thought
            feeling = joy | pride | hope | glee | wonder | love
            child(name he him his) = Mia she her her | Lily she her her | Anna she her her | Ella she her her
                | Zoe she her her | Ruby she her her | Nora she her her | Ivy she her her | Clara she her her
                | Tom he him his | Ben he him his | Sam he him his | Finn he him his | Oscar he him his
                | Hugo he him his | Jack he him his | Will he him his | Vic he him his
                | Pip_and_Lu they them their | Gus_and_Di they them their | Kit_and_Jo they them their
                | Dot_and_Al they them their
            place(name) = river | forest | beach | town | lake | castle | park | mill | glade | hill | sea | woods
            count(word) = five | six | seven | eight | nine
            few(word) = two | three
            colour = red | blue | green | yellow | white | black | pink | lilac | brown | grey
            thing(many) = apples | beads | corks | drums | eggs | figs | kites | lemons | mugs | nuts | pears | roses
                | shells | toys
            mood = hungry | sad | sleepy | kind | lonely | clever | grumpy | shy | young | merry | lost
                | proud
            animal(name) = fox | owl | bear | duck | mouse | hare | wolf | cat | goat | pony | rat | seal | lamb
                | toad
            gift(name) = key | coin | ring | flute | lamp | wand | song | joke | pearl | gem | tale | bow
            """;

    /** The grammar that tells them. */
    public static Grammar grammar() {
        return Grammar.of(RULES);
    }

    /** The stories to learn from. */
    public static List<String> train(Path data) {
        return TextFile.lines(data.resolve("stories").resolve("train.txt"));
    }

    /** Other stories, to be measured on; none of them is among those to learn from. */
    public static List<String> heldOut(Path data) {
        return TextFile.lines(data.resolve("stories").resolve("held-out.txt"));
    }

    @Override
    public String name() {
        return "stories";
    }

    @Override
    public Map<String, String> files() {
        List<String> all = tell(TRAIN + HELD_OUT);
        return Map.of("train.txt", lines(all.subList(0, TRAIN)), "held-out.txt", lines(all.subList(TRAIN, all.size())));
    }

    private static String lines(List<String> stories) {
        return String.join("\n", stories) + "\n";
    }

    /** So many stories, all different. */
    static List<String> tell(int count) {
        Grammar grammar = grammar();
        Random random = new Random(SEED); // its numbers are laid down by Java's specification
        Set<String> stories = new LinkedHashSet<>();
        while (stories.size() < count) {
            stories.add(StoryText.text(grammar.sample(random)));
        }
        return List.copyOf(stories);
    }
}
