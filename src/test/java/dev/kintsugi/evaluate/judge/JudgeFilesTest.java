package dev.kintsugi.evaluate.judge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeFilesTest {
    private static final String REMEDY = "restore the judge from where it came, or train it";

    @TempDir
    private Path directory;

    @BeforeEach
    void saveAJudge() {
        Sight sight = new Sight();
        save(sight, WeightsFile.write(new Network(sight.shape(), 10, 1)));
    }

    @Test
    void refusesWeightsThatWereChanged() throws IOException {
        byte[] weights = Files.readAllBytes(weights());
        weights[weights.length - 1] ^= 1;
        Files.write(weights(), weights);
        assertFault()
                .hasMessageContainingAll(
                        weights() + " was changed: its SHA-256 is", JudgeFiles.sha256(weights), REMEDY);
    }

    @Test
    void refusesWeightsOfAnotherNetworkEvenIfTheCardVouchesForThem() {
        Sight sight = new Sight();
        save(sight, WeightsFile.write(new Network(new Hearing().shape(), 10, 1)));
        assertFault().hasMessageContainingAll(weights() + " does not hold the tensors of this judge", REMEDY);
    }

    @Test
    void refusesWeightsThatAreCutOffEvenIfTheCardVouchesForThem() {
        save(new Sight(), new byte[12]);
        assertFault().hasMessageContainingAll(weights().toString(), "12 bytes", REMEDY);
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        Files.delete(weights());
        assertFault().hasMessageContainingAll(weights() + " is missing", "kintsugi judges train");
    }

    @Test
    void refusesACardThatIsNoJson() throws IOException {
        Files.writeString(card(), "{");
        assertFault().hasMessageContainingAll(card() + " is no card of a judge", REMEDY);
    }

    @Test
    void refusesACardThatLacksSomething() throws IOException {
        replace("\"seed\" : 1,", "");
        assertFault().hasMessageContainingAll(card() + " is no card of a judge", "seed", REMEDY);
    }

    @Test
    void refusesACardOfAnotherFormat() throws IOException {
        replace("\"format\" : 1", "\"format\" : 2");
        assertFault().hasMessageContainingAll(card() + ": format is 2", "reads 1", "train it anew");
    }

    @Test
    void refusesAJudgeOfPicturesToHear() {
        assertThatThrownBy(() -> Judge.ofSounds(directory))
                .isInstanceOf(Fault.class)
                .hasMessage(card() + ": the judge reads image of 28x28, where audio of 64x40 is needed;"
                        + " name the directory of another judge");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFault() {
        return assertThatThrownBy(() -> Judge.ofPictures(directory)).isInstanceOf(Fault.class);
    }

    private void save(Sense<?> sense, byte[] weights) {
        List<String> digits = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        JudgeCard card = new JudgeCard(
                JudgeCard.FORMAT,
                sense.reads(),
                digits,
                sense.shape().height(),
                sense.shape().width(),
                JudgeFiles.sha256(weights),
                List.of(),
                List.of(),
                1,
                1,
                "",
                List.of());
        new JudgeFiles(directory).write(card, weights);
    }

    private void replace(String found, String with) throws IOException {
        Files.writeString(card(), Files.readString(card()).replace(found, with));
    }

    private Path weights() {
        return directory.resolve("weights.safetensors");
    }

    private Path card() {
        return directory.resolve("judge.json");
    }
}
