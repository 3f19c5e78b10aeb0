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

    /** All waiting observations, by key. */
    void eachPending(BiConsumer<String, List<Pending>> look);

    /**
     * The remembered observations of a key, perhaps with some that closed longer ago than they are remembered; none is an
     * empty list. Those are forgotten by the store, as stream time passes.
     */
    List<Remembered> remembered(String key, long streamTime);

    /** Remembers a closed observation, in the place of what is remembered of it. */
    void remember(String key, Remembered one);
}
