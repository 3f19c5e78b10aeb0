package dev.kintsugi.topology;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.audio.Pcm;
import dev.kintsugi.codec.audio.SampleFormat;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Event;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.LabelEvent;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.sense.Hearing;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.sense.Sight;
import dev.kintsugi.spec.AudioModality;
import dev.kintsugi.spec.ImageModality;
import dev.kintsugi.spec.LabelModality;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import dev.kintsugi.wire.Schemas;
import dev.kintsugi.wire.UndecodableException;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the events of one modality, and brings their payloads to canonical form. */
final class EventReader {
    private final ModalitySpec modality;
    private final Function<byte[], Event> decode;
    private final Function<Event, Decoded<Content>> canonical;

    /** @param canonical the event's payload in canonical form, or why it has none */
    EventReader(ModalitySpec modality, Function<byte[], Event> decode, Function<Event, Decoded<Content>> canonical) {
        this.modality = modality;
        this.decode = decode;
        this.canonical = canonical;
    }

    static EventReader of(ModalitySpec modality, Senses senses, Schemas schemas) {
        if (modality instanceof ImageModality) {
            Sight sight = (Sight) senses.of(modality.name());
            return new EventReader(
                    modality, decoder(modality, RecordType.IMAGE_EVENT, schemas), event -> picture(event, sight));
        }
        if (modality instanceof AudioModality) {
            Hearing hearing = (Hearing) senses.of(modality.name());
            return new EventReader(
                    modality, decoder(modality, RecordType.AUDIO_EVENT, schemas), event -> sound(event, hearing));
        }
        LabelModality label = (LabelModality) modality;
        return new EventReader(
                modality, decoder(modality, RecordType.LABEL_EVENT, schemas), event -> label(event, label));
    }

    String modality() {
        return modality.name();
    }

    /**
     * The event of a record's value.
     *
     * @throws UndecodableException if the bytes are no such record
     * @throws UnfitException if the record holds nothing that can be seen or heard
     * @throws dev.kintsugi.wire.RegistryException if that cannot be told at present
     */
    ObservedEvent read(byte[] value, Origin origin) {
        if (value == null) {
            throw new UnfitException("value-missing", "the record has no value; an event cannot be deleted");
        }
        Event event = decode.apply(value);
        Content content = canonical(event).orElseThrow(bad -> new UnfitException(bad.reason(), bad.message()));
        return new ObservedEvent(modality.name(), event.id(), event.time(), origin, content);
    }

    /** What a codec does not expect it would not expect again: one event must not stop the stream for that. */
    private Decoded<Content> canonical(Event event) {
        try {
            return canonical.apply(event);
        } catch (RuntimeException defect) {
            throw new UnfitException("unreadable", "the payload broke what reads it: " + defect, defect);
        }
    }

    private static <E extends Event> Function<byte[], Event> decoder(
            ModalitySpec modality, RecordType<E> type, Schemas schemas) {
        Deserializer<E> deserializer = new RecordSerde<>(type, schemas).deserializer();
        return value -> deserializer.deserialize(modality.topic(), value);
    }

    private static Decoded<Content> picture(Event event, Sight sight) {
        ImagePayload payload = ((ImageEvent) event).payload();
        byte[] bytes = payload.bytes().array();
        Decoded<byte[]> file = payload instanceof ImagePayload.Grey grey
                ? Pictures.raw(bytes, grey.width(), grey.height())
                        .map(sight::canonical)
                        .map(sight::encode)
                : sight.canonicalFile(bytes);
        return file.map(form -> new Content.Png(Bytes.of(form)));
    }

    private static Decoded<Content> sound(Event event, Hearing hearing) {
        AudioPayload payload = ((AudioEvent) event).payload();
        byte[] bytes = payload.bytes().array();
        Decoded<byte[]> file = payload instanceof AudioPayload.Pcm pcm
                ? Pcm.decode(bytes, pcm.sampleRate(), pcm.channels(), format(pcm.form()))
                        .map(hearing::canonical)
                        .map(hearing::encode)
                : hearing.canonicalFile(bytes);
        return file.map(form -> new Content.Wav(Bytes.of(form)));
    }

    private static Decoded<Content> label(Event event, LabelModality modality) {
        String label = ((LabelEvent) event).label();
        return modality.classes().contains(label)
                ? Decoded.ok(new Content.Label(label))
                : Decoded.bad(
                        "label-unknown",
                        "the label \"" + label + "\" is not among modalities." + modality.name() + ".classes: "
                                + String.join(", ", modality.classes()));
    }

    private static SampleFormat format(AudioPayload.Form form) {
        return switch (form) {
            case U8 -> SampleFormat.U8;
            case S16LE -> SampleFormat.S16LE;
            case S24LE -> SampleFormat.S24LE;
            case F32LE -> SampleFormat.F32LE;
        };
    }
}
