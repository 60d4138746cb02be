package tact.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The software bill of materials (CycloneDX 1.6) that the build writes; here it gets what Maven does not know of. */
final class Sbom {

    /** Its name in the image. */
    static final String NAME = "sbom.cdx.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode root;

    private Sbom(ObjectNode root) {
        this.root = root;
    }

    /**
     * A part that is shipped.
     *
     * @param licences SPDX identifiers, or names where there is none
     * @param sha256 of its file; empty for what is not one file
     */
    record Component(String name, String version, List<String> licences, Optional<String> sha256) {

        /** The file name of its jar. */
        String jar() {
            return name + "-" + version + ".jar";
        }
    }

    static Sbom of(Path image) throws IOException {
        Path file = image.resolve(NAME);
        if (!Files.exists(file)) {
            throw new PackagingException("package.unlisted", image);
        }
        return new Sbom((ObjectNode) JSON.readTree(Files.readAllBytes(file)));
    }

    /** The version of Tact. */
    String version() {
        return root.get("metadata").get("component").get("version").asString();
    }

    /** Tact's installer, which the bill is about, and everything in it. */
    List<Component> components() {
        List<Component> components = new ArrayList<>();
        components.add(component(root.get("metadata").get("component")));
        root.get("components").forEach(component -> components.add(component(component)));
        return components;
    }

    /** Adds the Java runtime. */
    void addRuntime(Map<String, String> release, Collection<String> modules) {
        String version = release.getOrDefault("JAVA_RUNTIME_VERSION", release.get("JAVA_VERSION"));
        ObjectNode runtime = add("platform", "openjdk", version);
        runtime.put("publisher", release.getOrDefault("IMPLEMENTOR", ""));
        runtime.put("description", "Java runtime, linked by jlink from the modules " + String.join(", ", modules));
        runtime.putArray("licenses").addObject().put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
        runtime.put("purl", "pkg:generic/openjdk@" + version.replace("+", "%2B"));
        if (release.containsKey("SOURCE_REPO")) {
            runtime.putArray("externalReferences").addObject()
                    .put("type", "vcs").put("url", release.get("SOURCE_REPO"));
        }
    }

    /** Adds SQLite itself, which stands in sqlite-jdbc as a library of the system's. */
    void addSqlite(String version) {
        ObjectNode sqlite = add("library", "sqlite", version);
        sqlite.putArray("licenses").addObject().putObject("license").put("id", "blessing");
        sqlite.put("purl", "pkg:generic/sqlite@" + version);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(root);
    }

    private ObjectNode add(String type, String name, String version) {
        ObjectNode component = ((ArrayNode) root.get("components")).addObject();
        return component
                .put("type", type).put("bom-ref", name + "@" + version).put("name", name).put("version", version);
    }

    private static Component component(JsonNode node) {
        List<String> licences = new ArrayList<>();
        for (JsonNode entry : node.path("licenses")) {
            JsonNode licence = entry.path("license");
            licences.add(entry.has("expression") ? entry.get("expression").asString()
                    : licence.path("id").asString(licence.path("name").asString("")));
        }
        Optional<String> sha256 = Optional.empty();
        for (JsonNode hash : node.path("hashes")) {
            if (hash.get("alg").asString().equals("SHA-256")) {
                sha256 = Optional.of(hash.get("content").asString());
            }
        }
        return new Component(node.get("name").asString(), node.get("version").asString(), licences, sha256);
    }
}
