package dev.kintsugi.broker;

import dev.kintsugi.scenario.Delivery;
import dev.kintsugi.scenario.Scenario;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Sends what a scenario plans, at some pace, until all is sent or it is stopped. */
public final class Production {
    private final Scenario scenario;
    private final Sender sender;
    private final Pace pace;

    public Production(Scenario scenario, Sender sender, Pace pace) {
        this.scenario = scenario;
        this.sender = sender;
        this.pace = pace;
    }

    /** Answers when every event sent has been acknowledged. */
    public Tally run(Consumer<Tally> progress) {
        return run((delivery, tally) -> progress.accept(tally));
    }

    /** @param progress told of each event that was sent, and of all so far */
    public Tally run(BiConsumer<Delivery, Tally> progress) {
        Tally tally = new Tally();
        while (scenario.hasNext()) {
            Delivery delivery = scenario.next();
            if (!pace.reaches(delivery.arrival())) {
                break;
            }
            tally.count(delivery, sender.send(delivery.key(), delivery.modality(), delivery.event()));
            progress.accept(delivery, tally);
        }
        sender.flush();
        return tally;
    }
}
