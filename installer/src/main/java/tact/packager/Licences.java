package tact.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The licences of everything that is shipped, with their texts and notices, as the Apache License (section 4) and the
 * BSD licences ask of whoever passes the libraries on.
 */
final class Licences {

    /** The folder in the image. */
    static final String FOLDER = "licences";

    private static final Pattern TEXT = Pattern.compile(
            "META-INF/(?:.*/)?[^/]*(?:LICENSE|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);

    private final Path image;
    private final Sbom sbom;

    Licences(Path image, Sbom sbom) {
        this.image = image;
        this.sbom = sbom;
    }

    /**
     * Writes the texts that the jars bring along, and a list of all.
     *
     * @throws PackagingException when a jar is not in the bill of materials as it is, or its licence has no text
     */
    void write() throws IOException {
        Map<Sbom.Component, List<String>> texts = new LinkedHashMap<>();
        for (Sbom.Component component : sbom.components()) {
            Path jar = image.resolve("lib").resolve(component.jar());
            if (Files.exists(jar)) {
                checkSum(component, jar);
                texts.put(component, unpackTexts(component, jar));
            }
        }
        checkComplete(texts);
        StringBuilder list = new StringBuilder("Tact ").append(sbom.version())
                .append(" is under the Mozilla Public License 2.0 (LICENSE). It comes with these works of others, ")
                .append("unchanged.\n\n");
        for (Sbom.Component component : texts.keySet()) {
            if (!isTact(component)) {
                list.append(component.name()).append(' ').append(component.version()).append(": ")
                        .append(String.join(", ", component.licences())).append("; text: ")
                        .append(String.join(", ", textsFor(component, texts))).append('\n');
            }
        }
        Files.writeString(image.resolve(FOLDER).resolve("LIST.txt"), list.append(runtime()));
    }

    private String runtime() {
        StringBuilder lines = new StringBuilder();
        for (Sbom.Component component : sbom.components()) {
            if (component.name().equals("openjdk")) {
                lines.append("openjdk ").append(component.version()).append(": ").append(component.licences().get(0))
                        .append("; texts: lib/runtime/legal; where its source is: lib/runtime/release, and ")
                        .append(Sbom.NAME).append('\n');
            } else if (component.name().equals("sqlite")) {
                lines.append("sqlite ").append(component.version()).append(": in the public domain\n");
            }
        }
        return lines.toString();
    }

    private List<String> unpackTexts(Sbom.Component component, Path jar) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
                    String name = component.name() + "/" + Path.of(entry.getName()).getFileName();
                    Path text = image.resolve(FOLDER).resolve(name);
                    Files.createDirectories(text.getParent());
                    Files.write(text, zip.getInputStream(entry).readAllBytes());
                    texts.add(name);
                }
            }
        }
        return texts;
    }

    /** Its own; for a jar without, those of another under the same licence. */
    private static List<String> textsFor(Sbom.Component component, Map<Sbom.Component, List<String>> texts) {
        if (!texts.get(component).isEmpty()) {
            return texts.get(component);
        }
        return texts.entrySet().stream()
                .filter(other -> !other.getValue().isEmpty() && other.getKey().licences().equals(component.licences()))
                .map(other -> other.getValue().stream().filter(name -> name.contains("LICENSE")).toList())
                .findFirst()
                .orElseThrow(() -> new PackagingException("package.licence", component.jar()));
    }

    private static void checkSum(Sbom.Component component, Path jar) throws IOException {
        if (component.sha256().isPresent() && !component.sha256().get().equals(Checksum.sha256(jar))) {
            throw new PackagingException("package.unlisted", jar.getFileName());
        }
    }

    private void checkComplete(Map<Sbom.Component, List<String>> texts) throws IOException {
        List<String> listed = texts.keySet().stream().map(Sbom.Component::jar).toList();
        for (Path jar : Packager.jars(image)) {
            if (!listed.contains(jar.getFileName().toString())) {
                throw new PackagingException("package.unlisted", jar.getFileName());
            }
        }
    }

    private static boolean isTact(Sbom.Component component) {
        return component.name().startsWith("tact-");
    }
}
