package dev.kintsugi.wire;

import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.LabelEvent;
import dev.kintsugi.event.Latents;
import dev.kintsugi.event.ModelRecord;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.Restored;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/** A kind of record: its schema, and how it turns into an event of the domain and back. */
public final class RecordType<T> {
    // Before the first generated class is looked up: Avro loads only those that it was told to trust.
    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), RecordType::generated));
    }

    public static final RecordType<ImageEvent> IMAGE_EVENT = of(
            ImageEvent.class,
            dev.kintsugi.record.ImageEvent.getClassSchema(),
            ImageRecords::write,
            dev.kintsugi.record.ImageEvent.class,
            ImageRecords::read);
    public static final RecordType<AudioEvent> AUDIO_EVENT = of(
            AudioEvent.class,
            dev.kintsugi.record.AudioEvent.getClassSchema(),
            AudioRecords::write,
            dev.kintsugi.record.AudioEvent.class,
            AudioRecords::read);
    public static final RecordType<LabelEvent> LABEL_EVENT = of(
            LabelEvent.class,
            dev.kintsugi.record.LabelEvent.getClassSchema(),
            LabelRecords::write,
            dev.kintsugi.record.LabelEvent.class,
            LabelRecords::read);
    public static final RecordType<Observation> OBSERVATION = of(
            Observation.class,
            dev.kintsugi.record.Observation.getClassSchema(),
            ObservationRecords::write,
            dev.kintsugi.record.Observation.class,
            ObservationRecords::read);
    public static final RecordType<Restored> RESTORED = of(
            Restored.class,
            dev.kintsugi.record.Restored.getClassSchema(),
            RestoredRecords::write,
            dev.kintsugi.record.Restored.class,
            RestoredRecords::read);
    public static final RecordType<Latents> LATENTS = of(
            Latents.class,
            dev.kintsugi.record.Latents.getClassSchema(),
            LatentsRecords::write,
            dev.kintsugi.record.Latents.class,
            LatentsRecords::read);
    public static final RecordType<Hindsight> HINDSIGHT = of(
            Hindsight.class,
            dev.kintsugi.record.Hindsight.getClassSchema(),
            HindsightRecords::write,
            dev.kintsugi.record.Hindsight.class,
            HindsightRecords::read);

    public static final RecordType<ModelRecord> MODEL_RECORD = of(
            ModelRecord.class,
            dev.kintsugi.record.ModelRecord.getClassSchema(),
            ModelRecords::write,
            dev.kintsugi.record.ModelRecord.class,
            ModelRecords::read);

    private static final String JAVA_STRING = "{\"type\":\"string\",\"avro.java.string\":\"String\"}";
    private static final List<RecordType<?>> ALL =
            List.of(IMAGE_EVENT, AUDIO_EVENT, LABEL_EVENT, OBSERVATION, RESTORED, LATENTS, HINDSIGHT, MODEL_RECORD);

    private final Class<T> type;
    private final Schema schema;
    private final Function<T, SpecificRecord> write;
    private final Function<SpecificRecord, T> read;

    private RecordType(
            Class<T> type, Schema schema, Function<T, SpecificRecord> write, Function<SpecificRecord, T> read) {
        this.type = type;
        this.schema = schema;
        this.write = write;
        this.read = read;
    }

    private static <T, R extends SpecificRecord> RecordType<T> of(
            Class<T> type, Schema schema, Function<T, R> write, Class<R> record, Function<R, T> read) {
        return new RecordType<>(type, schema, write::apply, read.compose(record::cast));
    }

    private static boolean generated(Class<?> type) {
        return type.getPackage() == dev.kintsugi.record.ImageEvent.class.getPackage();
    }

    public static List<RecordType<?>> all() {
        return ALL;
    }

    /** The schema's full name, such as {@code dev.kintsugi.record.ImageEvent}. */
    public String fullName() {
        return schema.getFullName();
    }

    /**
     * The schema as it stands under {@code schemas/}, for registering. The generated classes add which Java class a
     * string is to be, which would make it another schema to a registry that was given the file.
     */
    public String schemaJson() {
        return schema.toString().replace(JAVA_STRING, "\"string\"");
    }

    Schema schema() {
        return schema;
    }

    SpecificRecord toRecord(T event) {
        return write.apply(event);
    }

    T toEvent(SpecificRecord record) {
        return read.apply(record);
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
