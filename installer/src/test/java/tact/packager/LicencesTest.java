package tact.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The list of licences")
class LicencesTest {

    @TempDir
    private Path image;

    private String components = "";

    @BeforeEach
    void anImage() throws IOException {
        Files.createDirectories(image.resolve("lib"));
        library("tact-installer", "MPL-2.0", "");
        components = "";
    }

    @Test
    @DisplayName("has every library with its licence and the texts it brings, or those of another under the same one")
    void listed() throws IOException {
        library("with", "Apache-2.0", "META-INF/LICENSE.txt");
        library("without", "Apache-2.0", "");

        write();

        assertThat(image.resolve("licences/LIST.txt")).content()
                .contains("with 1: Apache-2.0; text: with/LICENSE.txt", "without 1: Apache-2.0; text: with/LICENSE.txt")
                .doesNotContain("tact-installer");
        assertThat(image.resolve("licences/with/LICENSE.txt")).hasContent("the text of META-INF/LICENSE.txt");
    }

    @Test
    @DisplayName("is refused when a jar is not the one that the bill of materials names")
    void changed() throws IOException {
        library("with", "Apache-2.0", "META-INF/LICENSE");
        Files.writeString(image.resolve("lib/with-1.jar"), "something else");

        assertThatThrownBy(this::write).isInstanceOf(PackagingException.class).hasMessageContaining("with-1.jar");
    }

    @Test
    @DisplayName("is refused when a jar is in no bill, and when nobody has the text of a licence")
    void unknown() throws IOException {
        library("without", "Rare-1.0", "");
        assertThatThrownBy(this::write).hasMessageContaining("without-1.jar");
        Files.writeString(image.resolve("lib/stray-1.jar"), "");
        assertThatThrownBy(this::write).hasMessageContaining("stray-1.jar");
    }

    private void library(String name, String licence, String text) throws IOException {
        Path jar = image.resolve("lib/" + name + "-1.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(text.isEmpty() ? "empty" : text));
            zip.write(("the text of " + text).getBytes(StandardCharsets.UTF_8));
        }
        components += """
                {"name": "%s", "version": "1", "licenses": [{"license": {"id": "%s"}}],
                 "hashes": [{"alg": "SHA-256", "content": "%s"}]},"""
                .formatted(name, licence, Checksum.sha256(jar));
    }

    private void write() throws IOException {
        Files.writeString(image.resolve(Sbom.NAME), """
                {"metadata": {"component": {"name": "tact-installer", "version": "1", "licenses": []}},
                 "components": [%s]}
                """.formatted(components.replaceFirst(",$", "")));
        new Licences(image, Sbom.of(image)).write();
    }
}
