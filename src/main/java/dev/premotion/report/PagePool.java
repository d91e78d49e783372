package dev.premotion.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that rows share, each written once and named by its number. */
final class PagePool {

    private final ObjectMapper mapper;
    private final ArrayNode list;
    private final Map<Object, Integer> numbers = new HashMap<>();

    PagePool(ObjectMapper mapper) {
        this.mapper = mapper;
        this.list = mapper.createArrayNode();
    }

    /** The number of a value: a text, a list or record of the result, or a node; equal values have one number. */
    int number(Object value) {
        Integer known = numbers.putIfAbsent(value, list.size());
        if (known != null) {
            return known;
        }
        list.add(mapper.<JsonNode>valueToTree(value));
        return list.size() - 1;
    }

    ArrayNode numbers(List<?> values) {
        ArrayNode node = mapper.createArrayNode();
        values.forEach(value -> node.add(number(value)));
        return node;
    }

    /** All values so far. */
    ArrayNode list() {
        return list;
    }
}
