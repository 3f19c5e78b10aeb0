package dev.kintsugi.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is written by keys, in which no key is looked up that is surely not there. Which are there is learned by whoever looks
 * through all of them, as a run does when it begins; until then, every key is looked up.
 */
final class SievedKeys implements Below<Bytes> {
    private final KeyValueStore<Bytes, byte[]> store;

    /** Null as long as it is not known. */
    private Sieve sieve;

    SievedKeys(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public void begin() {
        sieve = null;
    }

    @Override
    public byte[] get(Bytes key) {
        return sieve == null || sieve.mayHold(key) ? store.get(key) : null;
    }

    @Override
    public void put(Bytes key, byte[] value, boolean anew) {
        store.put(key, value);
        if (anew && sieve != null) {
            sieve.add(key);
        }
    }

    @Override
    public void delete(Bytes key) {
        // A delete would read what it deletes, to answer with it.
        store.put(key, null);
        if (sieve != null) {
            sieve.remove(key);
        }
    }

    /** All there is; who looks through it to the end puts nothing meanwhile. */
    KeyValueIterator<Bytes, byte[]> all() {
        sieve = null;
        return new Learning(store.all());
    }

    private final class Learning implements KeyValueIterator<Bytes, byte[]> {
        private final KeyValueIterator<Bytes, byte[]> all;
        private final Sieve seen = new Sieve();

        Learning(KeyValueIterator<Bytes, byte[]> all) {
            this.all = all;
        }

        @Override
        public boolean hasNext() {
            boolean more = all.hasNext();
            if (!more) {
                sieve = seen;
            }
            return more;
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            KeyValue<Bytes, byte[]> next = all.next();
            seen.add(next.key);
            return next;
        }

        @Override
        public Bytes peekNextKey() {
            return all.peekNextKey();
        }

        @Override
        public void close() {
            all.close();
        }
    }
}
