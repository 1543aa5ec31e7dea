package org.plazo.workflow.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One file of the folder of processes. */
record DefinitionFile(String name, Kind kind, byte[] content) {

    /** In the order of loading: what diagrams refer to comes before them. */
    enum Kind {
        FORM(".form"),
        DECISION(".dmn"),
        PROCESS(".bpmn");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }

        static Optional<Kind> of(String fileName) {
            return Stream.of(values())
                    .filter(kind -> fileName.endsWith(kind.suffix))
                    .findFirst();
        }
    }

    /** The name without its suffix, which is the id of what the file defines. */
    String id() {
        return name.substring(0, name.length() - kind.suffix.length());
    }

    /** All definitions of a folder, not of its sub-folders, in the order of loading. */
    static List<DefinitionFile> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> paths = files.filter(Files::isRegularFile).sorted().toList();
            List<DefinitionFile> found = new ArrayList<>();
            for (Path path : paths) {
                String name = path.getFileName().toString();
                Optional<Kind> kind = Kind.of(name);
                if (kind.isPresent()) {
                    found.add(new DefinitionFile(name, kind.get(), Files.readAllBytes(path)));
                }
            }
            found.sort(Comparator.comparing(DefinitionFile::kind).thenComparing(DefinitionFile::name));
            return List.copyOf(found);
        }
    }
}
