package dev.plinth.schema.document;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Models on disk: a folder, one YAML file, or one JSON file. */
public final class ModelFiles {
    private ModelFiles() {}

    /**
     * Reads a model folder, a {@code .json} file, or any other file as YAML.
     *
     * @throws PlinthException with every problem of all files, each with file and line
     */
    public static ModelDocument read(Path path) {
        if (Files.isDirectory(path)) {
            return readFolder(path);
        }
        String text = text(path);
        return isJson(path)
                ? ModelJson.read(path.toString(), text)
                : ModelText.read(path.toString(), text);
    }

    private static ModelDocument readFolder(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        Path root = folder.resolve(ModelFolder.ROOT);
        if (Files.exists(root)) {
            texts.put(ModelFolder.ROOT, text(root));
        }
        for (String name : ModelFolder.FOLDERS) {
            for (Path file : yamlFiles(folder.resolve(name))) {
                texts.put(name + "/" + file.getFileName(), text(file));
            }
        }
        if (texts.isEmpty()) {
            throw PlinthException.of(
                    DocumentCode.UNREADABLE.code(),
                    folder.toString(),
                    "There is no model in this folder.",
                    "A model folder has a plinth.yaml and a folder \"tables\".");
        }
        return ModelFolder.read(texts);
    }

    /**
     * Writes a model: to one file when the path ends in {@code .yaml}, {@code .yml} or {@code
     * .json}, else to a folder. In a folder, files of elements that are gone are removed; all else
     * is left alone.
     *
     * @throws PlinthException when a file cannot be written
     */
    public static void write(Path path, String project, Model model) {
        try {
            if (isJson(path)) {
                put(path, ModelJson.write(model) + "\n");
            } else if (isYaml(path)) {
                put(path, ModelText.write(project, model));
            } else {
                writeFolder(path, project, model);
            }
        } catch (IOException e) {
            throw new PlinthException(
                    Problem.error(
                            DocumentCode.UNREADABLE.code(),
                            path.toString(),
                            "The model cannot be written here.",
                            DocumentCode.UNREADABLE.remedy()),
                    e);
        }
    }

    private static void writeFolder(Path folder, String project, Model model) throws IOException {
        Map<String, String> files = ModelFolder.write(project, model);
        for (String name : ModelFolder.FOLDERS) {
            for (Path file : yamlFiles(folder.resolve(name))) {
                if (!files.containsKey(name + "/" + file.getFileName())) {
                    Files.delete(file);
                }
            }
        }
        // After removing: where case does not count, the new file may be the old one by another
        // name.
        for (Map.Entry<String, String> file : files.entrySet()) {
            put(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** A file that already says this is not touched, so that its time tells when it changed. */
    private static void put(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ModelFiles::isYaml).filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static PlinthException unreadable(Path path, IOException cause) {
        String message =
                switch (cause) {
                    case NoSuchFileException e -> "There is no such file or folder.";
                    case CharacterCodingException e -> "The file is not text in UTF-8.";
                    default -> "The file cannot be read.";
                };
        return new PlinthException(
                Problem.error(
                        DocumentCode.UNREADABLE.code(),
                        path.toString(),
                        message,
                        DocumentCode.UNREADABLE.remedy()),
                cause);
    }

    private static boolean isYaml(Path path) {
        return path.toString().endsWith(".yaml") || path.toString().endsWith(".yml");
    }

    private static boolean isJson(Path path) {
        return path.toString().endsWith(".json");
    }
}
