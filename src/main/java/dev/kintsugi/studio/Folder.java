package dev.kintsugi.studio;

import dev.kintsugi.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that results go to. */
record Folder(Path path) {

    static Folder made(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new Fault("the folder " + path + " cannot be made: " + e + "; name another with --out", e);
        }
        return new Folder(path);
    }

    void write(String name, byte[] bytes) {
        try {
            Files.write(path.resolve(name), bytes);
        } catch (IOException e) {
            throw new Fault(
                    path.resolve(name) + " cannot be written: " + e + "; free some space, or name another --out", e);
        }
    }

    JsonLines lines(String name) {
        return JsonLines.to(path.resolve(name));
    }
}
