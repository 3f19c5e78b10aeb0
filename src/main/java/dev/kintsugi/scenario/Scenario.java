package dev.kintsugi.scenario;

import dev.kintsugi.dice.Dice;
import dev.kintsugi.scenario.Delivery.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The arrivals of many things' events, in the order in which they arrive.
 *
 * <p>Things are planned one by one as time goes on; what they planned waits in a queue by arrival. Nothing of a thing
 * arrives before the thing's own time, so whatever arrives before the next thing's time is next. The queue holds as
 * many events as can be delayed at once, however long the scenario.
 */
public final class Scenario implements Iterator<Delivery> {
    private static final Duration LONGEST_SPREAD = Duration.ofMillis(250);

    /** Sets these dice apart from those that draw the n-th thing, which may be made from the same seed. */
    private static final long PLAN = 1;

    private final ScenarioSettings settings;
    private final Things things;
    private final int spreadMs;
    private final PriorityQueue<Planned> waiting =
            new PriorityQueue<>(Comparator.comparing(Planned::arrival).thenComparing(Planned::sequence));
    private long thingsPlanned;
    private long sequence;

    public Scenario(ScenarioSettings settings, Things things) {
        this.settings = settings;
        this.things = things;
        this.spreadMs =
                (int) Math.min(LONGEST_SPREAD.toMillis(), settings.window().toMillis() / 4);
    }

    @Override
    public boolean hasNext() {
        return thingsPlanned < settings.count() || !waiting.isEmpty();
    }

    @Override
    public Delivery next() {
        while (thingsPlanned < settings.count() && !somethingComesBefore(timeOf(thingsPlanned))) {
            plan(thingsPlanned++);
        }
        if (waiting.isEmpty()) {
            throw new NoSuchElementException("all " + settings.count() + " things have been told of");
        }
        return waiting.remove().delivery();
    }

    private boolean somethingComesBefore(Instant time) {
        return !waiting.isEmpty() && waiting.peek().arrival().isBefore(time);
    }

    private Instant timeOf(long thing) {
        return settings.start().plus(settings.spacing().multipliedBy(thing));
    }

    private void plan(long thing) {
        Dice dice = Dice.of(PLAN, settings.seed(), thing);
        Map<String, Evidence> sides = things.sides(thing);
        for (String modality : present(sides, dice)) {
            plan(thing, modality, sides.get(modality), dice);
        }
    }

    private List<String> present(Map<String, Evidence> sides, Dice dice) {
        List<String> present = new ArrayList<>();
        for (String modality : sides.keySet()) {
            if (!dice.chance(settings.mishaps().missing(modality))) {
                present.add(modality);
            }
        }
        if (present.stream().noneMatch(settings.sides()::contains)) {
            List<String> choice =
                    sides.keySet().stream().filter(settings.sides()::contains).toList();
            present.add(choice.get(dice.below(choice.size())));
        }
        return present;
    }

    private void plan(long thing, String modality, Evidence evidence, Dice dice) {
        Mishaps mishaps = settings.mishaps();
        String key = String.format("%s-%06d", settings.keyPrefix(), thing);
        Instant time = timeOf(thing).plusMillis(dice.below(spreadMs + 1));
        boolean late = dice.chance(mishaps.late());
        boolean overtaken = dice.chance(mishaps.outOfOrder());
        Kind kind = late ? Kind.LATE : overtaken ? Kind.OUT_OF_ORDER : Kind.ON_TIME;
        Planned planned =
                new Planned(thing, key, modality, evidence, time, time.plus(delay(kind, dice)), kind, sequence++);
        waiting.add(planned);
        if (dice.chance(mishaps.duplicates())) {
            waiting.add(planned.again(share(dice, 0, 1), sequence++));
        }
    }

    /** A late event misses even a deadline that another side of its thing, seen last, would have set. */
    private Duration delay(Kind kind, Dice dice) {
        return switch (kind) {
            case ON_TIME, DUPLICATE -> Duration.ZERO;
            case OUT_OF_ORDER -> share(dice, 0, 0.75);
            case LATE ->
                settings.window().plus(settings.grace()).plusMillis(spreadMs).plus(share(dice, 0.5, 1.5));
        };
    }

    private Duration share(Dice dice, double from, double to) {
        return Duration.ofMillis(Math.round(settings.window().toMillis() * dice.between(from, to)));
    }

    /** A delivery whose payload is made only when its turn comes, so that waiting costs little memory. */
    private record Planned(
            long thing,
            String key,
            String modality,
            Evidence evidence,
            Instant time,
            Instant arrival,
            Kind kind,
            long sequence) {

        Planned again(Duration later, long sequence) {
            return new Planned(thing, key, modality, evidence, time, arrival.plus(later), Kind.DUPLICATE, sequence);
        }

        Delivery delivery() {
            Optional<String> id = Optional.of(key + "-" + modality);
            return new Delivery(thing, key, modality, evidence.event(id, time), arrival, kind);
        }
    }
}
