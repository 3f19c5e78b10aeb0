package dev.kintsugi.pairing;

import java.util.List;
import java.util.function.BiConsumer;

/** What pairing knows, for one partition: in memory, or in Kafka's state stores. */
public interface PairingStore {

    Progress progress();

    void progress(Progress progress);

    /** The waiting observations of a key; none is an empty list. */
    List<Pending> pending(String key);

    void pending(String key, List<Pending> all);

    /** The remembered observations of a key; none is an empty list. */
    List<Remembered> remembered(String key);

    void remembered(String key, List<Remembered> all);

    /** All waiting observations, by key; agendas may be changed meanwhile, observations may not. */
    void eachPending(BiConsumer<String, List<Pending>> look);

    void add(Agenda agenda, Due due);

    boolean has(Agenda agenda, Due due);

    void remove(Agenda agenda, Due due);

    /** The first entries from one time to another, both included, by time and then number: at most so many. */
    List<Due> between(Agenda agenda, long from, long to, int most);
}
