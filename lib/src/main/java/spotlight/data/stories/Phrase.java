package spotlight.data.stories;

import java.util.List;

/** Items that are said one after the other. Two phrases of equal items are two phrases. */
final class Phrase {
    private final List<Item> items;

    Phrase(List<? extends Item> items) {
        this.items = List.copyOf(items);
    }

    static Phrase of(String words) {
        return new Phrase(StoryText.words(words).stream().map(Item.Word::new).toList());
    }

    List<Item> items() {
        return items;
    }

    /** What it says, if it is nothing but words. */
    List<String> words() {
        return items.stream().map(item -> ((Item.Word) item).text()).toList();
    }
}
