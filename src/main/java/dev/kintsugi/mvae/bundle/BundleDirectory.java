package dev.kintsugi.mvae.bundle;

import dev.kintsugi.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The files of a bundle: read with a limit, replaced all at once. */
record BundleDirectory(Path path) {
    /** Far above any model of ours; below what an array can hold. */
    private static final long LARGEST_FILE = 1L << 30;

    String place(String file) {
        return path.resolve(file).toString();
    }

    byte[] read(String name) {
        Path file = path.resolve(name);
        try {
            long size = Files.size(file);
            if (size > LARGEST_FILE) {
                throw new Fault(file + " is " + size + " bytes long, where at most " + LARGEST_FILE + " are read; "
                        + Bundle.REMEDY);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Fault(file + " is missing; name a directory that holds a bundle, or train one", e);
        } catch (IOException e) {
            throw new Fault(file + " cannot be read: " + e.getMessage() + "; make it readable", e);
        }
    }

    void replace(byte[] manifest, byte[] weights) {
        Path target = path.toAbsolutePath().normalize();
        Path fresh = beside(target, "new");
        try {
            refuseOther(target);
            try {
                fill(fresh, target, manifest, weights);
                swap(fresh, target);
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            throw new Fault(path + " cannot be written: " + e + "; choose another directory or free some space", e);
        }
    }

    private static void fill(Path fresh, Path target, byte[] manifest, byte[] weights) throws IOException {
        Files.createDirectories(fresh);
        write(fresh.resolve(Bundle.WEIGHTS), weights);
        write(fresh.resolve(Bundle.MANIFEST), manifest);
        takeAlong(target, fresh);
    }

    /** Renaming cannot replace a directory that is not empty: the old one goes aside, and back if the new one fails. */
    private static void swap(Path fresh, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.move(fresh, target);
            return;
        }
        Path old = beside(target, "old");
        Files.move(target, old);
        try {
            Files.move(fresh, target);
        } catch (IOException e) {
            Files.move(old, target);
            throw e;
        }
        delete(old);
    }

    /** Whatever else lies at the target is not ours to replace. */
    private static void refuseOther(Path target) throws IOException {
        boolean bundle = Files.exists(target.resolve(Bundle.MANIFEST));
        if (Files.exists(target)
                && !bundle
                && !(Files.isDirectory(target) && list(target).isEmpty())) {
            throw new Fault(target + " exists and holds no bundle; choose another directory, or empty it");
        }
    }

    private static void takeAlong(Path target, Path fresh) throws IOException {
        if (!Files.isDirectory(target)) {
            return;
        }
        for (Path file : list(target)) {
            Path copy = fresh.resolve(file.getFileName());
            if (Files.isRegularFile(file) && !Files.exists(copy)) {
                Files.copy(file, copy);
            }
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static Path beside(Path target, String what) {
        return target.resolveSibling("." + target.getFileName() + "." + what + "." + UUID.randomUUID());
    }

    /** On the disk before the directory is renamed, so that a power failure does not leave an empty file. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
