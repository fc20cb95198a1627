package spotlight.data.chat;

import java.util.List;

/** Who talks, and what they may say about themselves. */
final class People {
    static final List<String> NAMES = List.of("Anna", "Ben", "Clara", "David", "Emma", "Frank", "Grace", "Henry", "Ivy",
            "James", "Kate", "Leo", "Maria", "Noah", "Olga", "Peter", "Rosa", "Simon", "Tessa", "Victor");
    static final List<String> FOODS = List.of("apples", "bread", "rice", "soup", "cake", "cheese", "honey", "fish",
            "nuts", "plums", "salad", "noodles");
    static final List<String> TOWNS = List.of("Ashford", "Bramley", "Calder", "Dunmore", "Fenwick", "Garston", "Hadley",
            "Kelby", "Marlow", "Norton", "Oakham", "Selby");
    static final List<String> WORKS = List.of("teacher", "doctor", "baker", "farmer", "pilot", "painter", "singer",
            "driver", "nurse", "cook", "judge", "sailor");

    private People() {
    }
}
