package dev.kintsugi.wire;

import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.record.AudioEncoding;
import java.util.Optional;

/** Audio events as Avro records. */
final class AudioRecords {
    private AudioRecords() {}

    static dev.kintsugi.record.AudioEvent write(AudioEvent event) {
        var record = new dev.kintsugi.record.AudioEvent();
        record.setEventId(event.id().orElse(null));
        record.setEventTime(event.time());
        record.setSource(event.source().orElse(null));
        record.setEncoding(encoding(event.payload()));
        if (event.payload() instanceof AudioPayload.Pcm pcm) {
            record.setSampleRate(pcm.sampleRate());
            record.setChannels(pcm.channels());
        }
        record.setPayload(Fields.buffer(event.payload().bytes()));
        return record;
    }

    static AudioEvent read(dev.kintsugi.record.AudioEvent record) {
        return new AudioEvent(
                Optional.ofNullable(record.getEventId()),
                record.getEventTime(),
                Optional.ofNullable(record.getSource()),
                payload(record));
    }

    private static AudioEncoding encoding(AudioPayload payload) {
        if (payload instanceof AudioPayload.Pcm pcm) {
            return switch (pcm.form()) {
                case U8 -> AudioEncoding.PCM_U8;
                case S16LE -> AudioEncoding.PCM_S16LE;
                case S24LE -> AudioEncoding.PCM_S24LE;
                case F32LE -> AudioEncoding.PCM_F32LE;
            };
        }
        return AudioEncoding.WAV;
    }

    private static AudioPayload payload(dev.kintsugi.record.AudioEvent record) {
        return switch (record.getEncoding()) {
            case WAV -> new AudioPayload.Wav(Fields.bytes(record.getPayload()));
            case PCM_U8 -> pcm(record, AudioPayload.Form.U8);
            case PCM_S16LE -> pcm(record, AudioPayload.Form.S16LE);
            case PCM_S24LE -> pcm(record, AudioPayload.Form.S24LE);
            case PCM_F32LE -> pcm(record, AudioPayload.Form.F32LE);
            case UNKNOWN -> throw Fields.unknown("encoding");
        };
    }

    private static AudioPayload pcm(dev.kintsugi.record.AudioEvent record, AudioPayload.Form form) {
        int rate = Fields.required(record.getSampleRate(), "sampleRate", record.getEncoding());
        int channels = Fields.required(record.getChannels(), "channels", record.getEncoding());
        Bytes bytes = Fields.bytes(record.getPayload());
        return new AudioPayload.Pcm(form, rate, channels, bytes);
    }
}
