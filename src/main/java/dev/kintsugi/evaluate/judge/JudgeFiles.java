package dev.kintsugi.evaluate.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kintsugi.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The files of a judge: its card, and the weights that the card vouches for. */
record JudgeFiles(Path directory) {
    static final String REMEDY = "restore the judge from where it came, or train it with: kintsugi judges train";

    private static final String CARD = "judge.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    Path weights() {
        return directory.resolve(WEIGHTS);
    }

    Path cardFile() {
        return directory.resolve(CARD);
    }

    JudgeCard readCard() {
        try {
            JudgeCard card = JSON.readValue(read(cardFile()), JudgeCard.class);
            if (card.format() != JudgeCard.FORMAT) {
                throw new Fault(cardFile() + ": format is " + card.format() + ", where this version of Kintsugi reads "
                        + JudgeCard.FORMAT + "; use the version that wrote the judge, or train it anew");
            }
            return card;
        } catch (JsonProcessingException e) {
            throw new Fault(cardFile() + " is no card of a judge: " + e.getOriginalMessage() + "; " + REMEDY, e);
        } catch (IOException e) {
            throw new Fault(cardFile() + " cannot be read: " + e.getMessage() + "; make it readable", e);
        }
    }

    /** Reads the weights, and refuses others than those that the card was written for. */
    byte[] readWeights(JudgeCard card) {
        byte[] bytes = read(weights());
        String found = sha256(bytes);
        if (!found.equals(card.weights())) {
            throw new Fault(weights() + " was changed: its SHA-256 is " + found + ", where " + CARD + " says "
                    + card.weights() + "; " + REMEDY);
        }
        return bytes;
    }

    void write(JudgeCard card, byte[] weights) {
        try {
            Files.createDirectories(directory);
            Files.write(weights(), weights);
            Files.writeString(cardFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(card) + "\n");
        } catch (IOException e) {
            throw new Fault(
                    directory + " cannot be written: " + e + "; choose another directory or free some space", e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Fault(
                    file + " is missing; name a directory that holds a judge, or train one with: kintsugi judges train",
                    e);
        } catch (IOException e) {
            throw new Fault(file + " cannot be read: " + e.getMessage() + "; make it readable", e);
        }
    }
}
