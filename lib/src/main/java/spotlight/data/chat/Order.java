package spotlight.data.chat;

import java.util.List;
import java.util.stream.IntStream;
import spotlight.data.chat.Draw.Proposal;

/** What comes before and after: days, months, letters and numbers. Held out are combinations with a wording. */
final class Order implements Topic {
    private static final List<String> AFTER = List.of("What {kind} comes after {x}?", "Which {kind} follows {x}?",
            "What is the {kind} after {x}?", "What comes right after {x}?");
    private static final List<String> BEFORE = List.of("What {kind} comes before {x}?", "Which {kind} precedes {x}?",
            "What is the {kind} before {x}?", "What comes right before {x}?");
    private static final List<String> BETWEEN = List.of("What {kind} is between {x} and {y}?",
            "Which {kind} comes between {x} and {y}?", "What stands between {x} and {y}?");
    private static final int HIGHEST = 30;
    private static final List<Kind> KINDS = List.of(
            new Kind("day", true, List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
                    "Sunday")),
            new Kind("month", true, List.of("January", "February", "March", "April", "May", "June", "July", "August",
                    "September", "October", "November", "December")),
            new Kind("letter", false, IntStream.rangeClosed('A', 'Z').mapToObj(Character::toString).toList()),
            new Kind("number", false, IntStream.rangeClosed(0, HIGHEST).mapToObj(Integer::toString).toList()));

    private record Kind(String name, boolean round, List<String> items) {

        /** Where the one of three stands that has a neighbour on both sides. */
        int middle(Draw draw) {
            return round ? draw.number(0, items.size() - 1) : draw.number(1, items.size() - 2);
        }

        String at(int place) {
            return items.get(Math.floorMod(place, items.size()));
        }
    }

    @Override
    public List<Exchange> talk(Draw draw) {
        return draw.first(() -> propose(draw));
    }

    private static Proposal propose(Draw draw) {
        Kind kind = draw.pick(KINDS);
        int middle = kind.middle(draw);
        String before = kind.at(middle - 1);
        String here = kind.at(middle);
        String after = kind.at(middle + 1);
        return switch (draw.number(0, 2)) {
            case 0 -> question(draw.pick(AFTER), kind, before, "", "After " + before + " comes " + here + ".");
            case 1 -> question(draw.pick(BEFORE), kind, after, "", "Before " + after + " comes " + here + ".");
            default -> question(draw.pick(BETWEEN), kind, before, after,
                    "Between " + before + " and " + after + " comes " + here + ".");
        };
    }

    private static Proposal question(String wording, Kind kind, String x, String y, String answer) {
        String question = wording.replace("{kind}", kind.name).replace("{x}", x).replace("{y}", y);
        return new Proposal(List.of(question), new Exchange("order", question, answer));
    }
}
