package dev.kintsugi.topology;

import dev.kintsugi.pairing.Pending;
import dev.kintsugi.pairing.Progress;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/** What lies in the store of what waits: under each key its observations, and how far pairing has come. */
sealed interface Waits {
    /** Beside the observations, whose keys are UTF-8, which this is not. */
    Bytes PROGRESS = Bytes.wrap(new byte[] {(byte) 0xff});

    record Observations(List<Pending> all) implements Waits {
        public Observations {
            all = List.copyOf(all);
        }
    }

    record Reached(Progress progress) implements Waits {}
}
