package dev.plinth.app.store;

import dev.plinth.schema.model.Ids;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder with all that the server keeps on disk. Only its owner can look into it. */
public final class Home {
    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** The folder, made when it is missing. */
    public static Home at(Path folder) {
        try {
            Path absolute = folder.toAbsolutePath().normalize();
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(absolute.getParent());
                createPrivate(absolute);
            }
            return new Home(absolute);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            if (posix) {
                var owner = PosixFilePermissions.fromString("rwx------");
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(owner));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /** The file of the embedded meta store, without its ending. */
    public Path store() {
        return folder.resolve("store");
    }

    /** Where the embedded databases of projects lie. */
    public Path embedded() {
        return folder.resolve("embedded");
    }

    /** Where connections may open database files. */
    public Path files() {
        return folder.resolve("files");
    }

    /** Where an operator puts further JDBC drivers. */
    public Path drivers() {
        return folder.resolve("drivers");
    }

    /** The name of this server among those that share a store. */
    public String node() {
        Path file = folder.resolve("node");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, Ids.fresh());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key that secrets in the store are encrypted with; never in the store itself. */
    public Path key() {
        return folder.resolve("secret.key");
    }
}
