package spotlight.notebook;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One output in several forms; the reader's program takes the richest it can show.
 *
 * @param data from media type to content; {@code text/plain} is always there
 * @param metadata from media type to hints such as width and height
 */
record Bundle(Map<String, Object> data, Map<String, Object> metadata) {
    static Bundle of(String plain) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", plain);
        return new Bundle(data, new LinkedHashMap<>());
    }

    Bundle with(String mediaType, Object content) {
        data.put(mediaType, content);
        return this;
    }

    Bundle hints(String mediaType, Map<String, Object> hints) {
        metadata.put(mediaType, hints);
        return this;
    }

    String plain() {
        return (String) data.get("text/plain");
    }
}
