package dev.plinth.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.tools.ToolProvider;

/** Classes that break a rule on purpose, to show that whoever checks the rule notices. */
public final class PlantedClasses {

    private PlantedClasses() {}

    /**
     * Compiles sources, given by the name of their class, into a folder of class files.
     *
     * @throws IllegalArgumentException if they don't compile
     */
    public static Path compile(Path folder, Map<String, String> sources) {
        var arguments = new ArrayList<>(List.of("-d", folder.toString()));
        sources.forEach((name, source) -> arguments.add(write(folder, name, source)));
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException("The planted classes don't compile");
        }
        return folder;
    }

    private static String write(Path folder, String name, String source) {
        var file = folder.resolve(name.replace('.', '/') + ".java");
        var declaration = "package " + name.substring(0, name.lastIndexOf('.')) + "; " + source;
        try {
            Files.createDirectories(folder.resolve(name.replace('.', '/')).getParent());
            return Files.writeString(file, declaration).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
