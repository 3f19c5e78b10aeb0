package dev.kintsugi.topology;

import java.time.Duration;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;

/** What stores lie on. */
interface Medium {
    Medium DISK = new Medium() {
        @Override
        public KeyValueBytesStoreSupplier byKey(String name) {
            return Stores.persistentKeyValueStore(name);
        }

        @Override
        public WindowBytesStoreSupplier byTime(String name, Duration retention, Duration window) {
            return Stores.persistentWindowStore(name, retention, window, false);
        }
    };

    KeyValueBytesStoreSupplier byKey(String name);

    WindowBytesStoreSupplier byTime(String name, Duration retention, Duration window);
}
