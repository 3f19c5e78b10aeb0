package dev.kintsugi.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.internals.DelegatingPeekingKeyValueIterator;
import org.apache.kafka.streams.state.internals.InMemoryWindowStore;

/** Stores that outlast the test driver, which deletes what lies on disk when it is closed. */
final class KeptStores implements Medium {
    private final Map<String, NavigableMap<Bytes, byte[]>> contents = new HashMap<>();

    private final Map<String, List<Put>> windows = new HashMap<>();

    private record Put(Bytes key, byte[] value, long start) {}

    private NavigableMap<Bytes, byte[]> content(String name) {
        return contents.computeIfAbsent(name, unseen -> new TreeMap<>());
    }

    @Override
    public WindowBytesStoreSupplier byTime(String name, Duration retention, Duration window) {
        List<Put> puts = windows.computeIfAbsent(name, unseen -> new ArrayList<>());
        return new WindowBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public WindowStore<Bytes, byte[]> get() {
                return new KeptWindows(name, retention, window, puts);
            }

            @Override
            public String metricsScope() {
                return "kept";
            }

            @Override
            public long segmentIntervalMs() {
                return window.toMillis();
            }

            @Override
            public long windowSize() {
                return window.toMillis();
            }

            @Override
            public boolean retainDuplicates() {
                return false;
            }

            @Override
            public long retentionPeriod() {
                return retention.toMillis();
            }
        };
    }

    @Override
    public KeyValueBytesStoreSupplier byKey(String name) {
        NavigableMap<Bytes, byte[]> content = content(name);
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new Kept(name, content);
            }

            @Override
            public String metricsScope() {
                return "kept";
            }
        };
    }

    /** Begins with what was put before. */
    private static final class KeptWindows extends InMemoryWindowStore {
        private final List<Put> puts;

        KeptWindows(String name, Duration retention, Duration window, List<Put> puts) {
            super(name, retention.toMillis(), window.toMillis(), false, "kept");
            this.puts = puts;
        }

        @Override
        public void init(StateStoreContext context, StateStore root) {
            super.init(context, root);
            puts.forEach(put -> super.put(put.key(), put.value(), put.start()));
        }

        @Override
        public void put(Bytes key, byte[] value, long start) {
            puts.add(new Put(key, value, start));
            super.put(key, value, start);
        }
    }

    private static final class Kept implements KeyValueStore<Bytes, byte[]> {
        private final String name;
        private final NavigableMap<Bytes, byte[]> content;
        private boolean open;

        Kept(String name, NavigableMap<Bytes, byte[]> content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public void init(StateStoreContext context, StateStore root) {
            context.register(root, this::put);
            open = true;
        }

        private void put(byte[] key, byte[] value) {
            put(Bytes.wrap(key), value);
        }

        @Override
        public void put(Bytes key, byte[] value) {
            if (value == null) {
                content.remove(key);
            } else {
                content.put(key, value);
            }
        }

        @Override
        public byte[] putIfAbsent(Bytes key, byte[] value) {
            return content.putIfAbsent(key, value);
        }

        @Override
        public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
            entries.forEach(entry -> put(entry.key, entry.value));
        }

        @Override
        public byte[] delete(Bytes key) {
            return content.remove(key);
        }

        @Override
        public byte[] get(Bytes key) {
            return content.get(key);
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            return iterator(content.subMap(from, true, to, true));
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> all() {
            return iterator(content);
        }

        private static KeyValueIterator<Bytes, byte[]> iterator(NavigableMap<Bytes, byte[]> part) {
            var entries = List.copyOf(part.entrySet()).iterator();
            var peeking = new KeyValueIterator<Bytes, byte[]>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public KeyValue<Bytes, byte[]> next() {
                    var entry = entries.next();
                    return KeyValue.pair(entry.getKey(), entry.getValue());
                }

                @Override
                public Bytes peekNextKey() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void close() {}
            };
            return new DelegatingPeekingKeyValueIterator<>("kept", peeking);
        }

        @Override
        public long approximateNumEntries() {
            return content.size();
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Position getPosition() {
            return Position.emptyPosition();
        }

        @Override
        public boolean persistent() {
            return true;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
