package dev.kintsugi.once;

import dev.kintsugi.once.OutputLog.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How what one stream has written differs from what another has, partition by partition. */
final class Differences {
    private Differences() {}

    static List<String> between(Map<String, List<Line>> wanted, Map<String, List<Line>> found) {
        Set<String> places = new TreeSet<>(wanted.keySet());
        places.addAll(found.keySet());
        List<String> differences = new ArrayList<>();
        for (String place : places) {
            List<Line> those = wanted.getOrDefault(place, List.of());
            List<Line> these = found.getOrDefault(place, List.of());
            if (!those.equals(these)) {
                differences.add(place + ": " + between(those, these));
            }
        }
        return differences;
    }

    private static String between(List<Line> wanted, List<Line> found) {
        Map<Line, Integer> balance = new HashMap<>();
        wanted.forEach(line -> balance.merge(line, -1, Integer::sum));
        found.forEach(line -> balance.merge(line, 1, Integer::sum));
        Set<String> wantedIds = ids(wanted);
        Set<String> foundIds = ids(found);
        long lost = wantedIds.stream().filter(id -> !foundIds.contains(id)).count();
        long unknown = foundIds.stream().filter(id -> !wantedIds.contains(id)).count();
        long again = balance.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && wanted.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long other = balance.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && !wanted.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return String.format(
                "%,d records instead of %,d: %,d observations lost, %,d records again, %,d with other bytes, of which of"
                        + " unknown observations %,d%s",
                found.size(),
                wanted.size(),
                lost,
                again,
                other,
                unknown,
                lost + again + other == 0 ? "; in another order" : "");
    }

    private static Set<String> ids(List<Line> lines) {
        Set<String> ids = new TreeSet<>();
        lines.forEach(line -> ids.add(line.id()));
        return ids;
    }
}
